package org.asterism.language.corpus.arithmetic;

/** Floor division and modulus, and 128-bit products. */
public final class FloorAndCeiling {
    private FloorAndCeiling() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {7, -7, 3, -3, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int a : values) {
            StringBuilder line = new StringBuilder();
            for (int b : values) {
                line.append(Math.floorDiv(a, b)).append(',').append(Math.floorMod(a, b)).append(',').append(Math.floorMod((long) a, b)).append(' ');
            }
            System.out.println(line);
        }
        long[] factors = {1, -1, 1L << 40, -(1L << 50) + 3, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long a : factors) {
            for (long b : factors) {
                System.out.println(Math.multiplyHigh(a, b) + " " + a * b + " " + Math.max(a, b) + " " + Math.min(a, b));
            }
        }
    }
}
