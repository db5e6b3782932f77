package org.asterism.language.corpus.arrays;

import java.util.Arrays;

/** What System.arraycopy refuses, how it says so, and how far it came. */
public final class CopyErrors {
    private CopyErrors() {}

    private static void attempt(Object from, int at, Object to, int position, int count) {
        try {
            System.arraycopy(from, at, to, position, count);
            System.out.println("copied");
        } catch (ArrayStoreException | IndexOutOfBoundsException | NullPointerException e) {
            System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] ints = {1, 2, 3};
        attempt(ints, 0, ints, 0, 4);
        attempt(ints, -1, ints, 0, 1);
        attempt(ints, 0, ints, -1, 1);
        attempt(ints, 0, ints, 0, -1);
        attempt(ints, 2, new int[5], 0, 2);
        attempt(ints, 0, new int[2], 1, 2);
        attempt(ints, Integer.MAX_VALUE, ints, 0, 2);
        attempt(ints, 3, ints, 3, 0);
        attempt(ints, 0, new long[3], 0, 1);
        attempt(ints, 0, new String[3], 0, 1);
        attempt(new String[3], 0, ints, 0, 1);
        attempt("text", 0, ints, 0, 1);
        attempt(ints, 0, 5, 0, 1);
        attempt(null, 0, ints, 0, 1);
        attempt(ints, 0, null, 0, 1);
        attempt(new Object[1], 0, new String[1], 0, 1);
        attempt(new Object[2], 0, new Object[1], 1, 1);
        attempt(new String[2], 1, new Object[1], 1, 1);
        Object[] mixed = {"a", "b", 3, "d"};
        String[] texts = new String[4];
        attempt(mixed, 0, texts, 0, 4);
        System.out.println(Arrays.toString(texts));
        attempt(new int[1][], 0, new Object[1], 0, 1);
        attempt(new Object[] {new int[0]}, 0, new int[1][], 0, 1);
        attempt(new Integer[] {1}, 0, new Number[1], 0, 1);
        attempt(new Number[] {1.5}, 0, new Integer[1], 0, 1);
        attempt(new Integer[] {null, 1}, 0, new String[2], 0, 2);
        attempt(new Integer[] {null}, 0, new String[1], 0, 1);
        attempt(new Comparable<?>[] {1}, 0, new String[1], 0, 1);
        attempt(new String[] {"a"}, 0, new Runnable[1], 0, 1);
        attempt(new String[][] {{"a"}}, 0, new Integer[1][], 0, 1);
    }
}
