package org.asterism.language.corpus.arithmetic;

/** Every comparison of int and long at the edges. */
public final class Comparisons {
    private Comparisons() {}

    private static String compare(int a, int b) {
        return (a == b) + "" + (a != b) + (a < b) + (a <= b) + (a > b) + (a >= b) + Integer.compare(a, b);
    }

    private static String compare(long a, long b) {
        return (a == b) + "" + (a != b) + (a < b) + (a <= b) + (a > b) + (a >= b) + Long.compare(a, b);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int a : values) {
            System.out.println((a == 0) + " " + (a != 0) + " " + (a < 0) + " " + (a <= 0) + " " + (a > 0) + " " + (a >= 0));
            for (int b : values) {
                System.out.println(compare(a, b));
            }
        }
        long[] wide = {0, 1, -1, 1L << 32, -1L << 32, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long a : wide) {
            for (long b : wide) {
                System.out.println(compare(a, b));
            }
            System.out.println((a < Integer.MAX_VALUE) + " " + (a == (int) a));
        }
        System.out.println(compare('a', (byte) 97) + compare((short) -1, (char) -1));
    }
}
