package org.asterism.language.corpus.arithmetic;

/** Shift distances of int count modulo 32, negative ones too. */
public final class IntShifts {
    private IntShifts() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {1, -1, 0x12345678, 0x80000000, 0x7fffffff, -2};
        int[] distances = {0, 1, 4, 31, 32, 33, 63, 64, -1, -31, -32, -33, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int value : values) {
            StringBuilder line = new StringBuilder();
            for (int distance : distances) {
                line.append(value << distance).append(',').append(value >> distance).append(',').append(value >>> distance).append(' ');
            }
            System.out.println(line);
        }
        System.out.println((1 << 31) + " " + (1 << 32) + " " + (1 << -1) + " " + (-1 >>> 28) + " " + (-1 >> 28));
        long far = (1L << 32) + 3;
        System.out.println((1 << far) + " " + (-16 >> far) + " " + (-16 >>> far));
    }
}
