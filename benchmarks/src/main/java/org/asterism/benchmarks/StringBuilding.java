package org.asterism.benchmarks;

/** Builds strings of some forty characters out of text and numbers; an operation is one string. */
final class StringBuilding implements Item {
    private static final int STRINGS = 50_000;

    @Override
    public String name() {
        return "string-building";
    }

    @Override
    public int operations() {
        return STRINGS;
    }

    @Override
    public long run() {
        long checksum = 0;
        for (int i = 0; i < STRINGS; i++) {
            String text = build("entry", i);
            checksum = checksum * 31 + text.length() + text.charAt(i % 16);
        }
        return checksum;
    }

    private static String build(String name, int number) {
        StringBuilder builder = new StringBuilder();
        builder.append(name).append(' ').append(number).append(" of ").append(STRINGS).append(": ");
        builder.append(number * 7919).append(number % 2 == 0 ? " even" : " odd").append(';');
        return builder.toString();
    }
}
