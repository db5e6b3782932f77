package org.asterism.ostd.heap;

/** The kernel command line's {@code heap.limit=SIZE}: the most the object heap may hold. */
public final class HeapLimit {
    /** Without the option: whatever the machine has. */
    public static final long NONE = Long.MAX_VALUE;
    /** What the kernel needs to start: its own objects, and a block for each size class. */
    public static final long LEAST_BYTES = 2L << 20;

    private static final String OPTION = "heap.limit=";

    private HeapLimit() {}

    /**
     * Reads the limit from a kernel command line: a number of bytes, or one followed by {@code K}, {@code M} or {@code G}.
     *
     * @param commandLine words separated by spaces; the last limit counts
     * @return bytes, at least {@link #LEAST_BYTES}; {@link #NONE} if the command line says nothing
     * @throws IllegalArgumentException if it is no size, or too little to start with; the message tells what to write
     */
    public static long of(String commandLine) {
        long limit = NONE;
        int from = 0;
        while (from < commandLine.length()) {
            int space = commandLine.indexOf(' ', from);
            int end = space < 0 ? commandLine.length() : space;
            if (commandLine.startsWith(OPTION, from)) {
                limit = parse(commandLine.substring(from + OPTION.length(), end));
            }
            from = end + 1;
        }
        return limit;
    }

    private static long parse(String word) {
        int digits = 0;
        long number = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9' && number < 1L << 32) {
            number = number * 10 + word.charAt(digits++) - '0';
        }
        int shift = digits == word.length() ? 0 : digits == word.length() - 1 ? shiftOf(word.charAt(digits)) : -1;
        if (digits == 0 || shift < 0) {
            throw new IllegalArgumentException("heap.limit=" + word + " is not a size; write a number of bytes, or one with K, M or G such as heap.limit=8M");
        }
        long bytes = number << shift;
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException("heap.limit=" + word + " is too little to start with; give at least heap.limit=" + (LEAST_BYTES >> 20) + "M");
        }
        return bytes;
    }

    private static int shiftOf(char unit) {
        return switch (unit) {
            case 'K', 'k' -> 10;
            case 'M', 'm' -> 20;
            case 'G', 'g' -> 30;
            default -> -1;
        };
    }
}
