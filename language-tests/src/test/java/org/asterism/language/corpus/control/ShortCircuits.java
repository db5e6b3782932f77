package org.asterism.language.corpus.control;

/** The conditional operators evaluate their right side only when they must. */
public final class ShortCircuits {
    private ShortCircuits() {}

    private static int calls;

    private static boolean yes() {
        calls++;
        return true;
    }

    private static boolean no() {
        calls += 100;
        return false;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        boolean[] results = {yes() && no(), no() && yes(), yes() || no(), no() || yes(), yes() & no(), no() | yes(), yes() ^ yes(), !no() && !yes()};
        for (boolean result : results) {
            System.out.println(result);
        }
        System.out.println(calls);
        calls = 0;
        if (yes() && (no() || yes()) && !(no() && no())) {
            System.out.println("taken " + calls);
        }
        boolean kept = no() || yes() ? no() : yes();
        System.out.println(kept + " " + calls);
        String text = null;
        System.out.println(text != null && text.length() > 0);
        System.out.println(text == null || text.isEmpty());
        int[] array = {};
        System.out.println(array.length > 0 && array[0] == 1 || array.length == 0);
        boolean b = false;
        b |= yes() && !b;
        b &= !no() || b;
        System.out.println(b + " " + calls);
        while (no() || calls < 1000 && yes()) {
            calls += 200;
        }
        System.out.println(calls);
    }
}
