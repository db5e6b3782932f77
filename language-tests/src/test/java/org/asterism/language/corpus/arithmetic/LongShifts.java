package org.asterism.language.corpus.arithmetic;

/** Shift distances of long count modulo 64, and may be int or long. */
public final class LongShifts {
    private LongShifts() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        long[] values = {1, -1, 0x123456789abcdef0L, Long.MIN_VALUE, Long.MAX_VALUE};
        int[] distances = {0, 1, 31, 32, 33, 63, 64, 65, -1, -63, -64, 127, Integer.MIN_VALUE};
        for (long value : values) {
            StringBuilder line = new StringBuilder();
            for (int distance : distances) {
                line.append(value << distance).append(',').append(value >> distance).append(',').append(value >>> distance).append(' ');
                line.append(value << (long) distance).append(' ');
            }
            System.out.println(line);
        }
        System.out.println((1L << 63) + " " + (1L << 64) + " " + (-1L >>> 60) + " " + (-1L >> 60));
    }
}
