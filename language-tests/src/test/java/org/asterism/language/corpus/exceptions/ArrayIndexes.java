package org.asterism.language.corpus.exceptions;

/** Indexes outside arrays of every type, and their messages. */
public final class ArrayIndexes {
    private ArrayIndexes() {}

    private interface Action {
        Object run();
    }

    private static void attempt(Action action) {
        try {
            System.out.println(action.run());
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] indexes = {-1, 0, 1, 2, 3, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int i : indexes) {
            attempt(() -> new byte[] {1, 2}[i]);
            attempt(() -> new boolean[1][i]);
            attempt(() -> new char[] {'x'}[i]);
            attempt(() -> new short[3][i]);
            attempt(() -> new int[0][i]);
            attempt(() -> new long[2][i]);
            attempt(() -> new float[2][i]);
            attempt(() -> new double[2][i]);
            attempt(() -> new String[] {"s"}[i]);
            attempt(() -> new int[2][2][i].length);
            long[] longs = new long[2];
            Object[] objects = new Object[2];
            boolean[] flags = new boolean[2];
            char[] characters = new char[2];
            attempt(() -> longs[i] = 5);
            attempt(() -> objects[i] = "x");
            attempt(() -> flags[i] = true);
            attempt(() -> characters[i]++);
        }
    }
}
