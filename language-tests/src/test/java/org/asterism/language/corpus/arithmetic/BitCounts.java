package org.asterism.language.corpus.arithmetic;

/** Counting, rotating and reversing bits. */
public final class BitCounts {
    private BitCounts() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] ints = {0, 1, -1, 2, 0x00ff00ff, 0x80000000, 0x7fffffff, 0x12345678, -64};
        for (int a : ints) {
            System.out.println(Integer.bitCount(a) + " " + Integer.numberOfLeadingZeros(a) + " " + Integer.numberOfTrailingZeros(a) + " "
                    + Integer.highestOneBit(a) + " " + Integer.lowestOneBit(a) + " " + Integer.reverse(a) + " " + Integer.reverseBytes(a)
                    + " " + Integer.rotateLeft(a, 5) + " " + Integer.rotateRight(a, 37) + " " + Integer.signum(a) + " "
                    + Short.reverseBytes((short) a) + " " + (int) Character.reverseBytes((char) a));
        }
        long[] longs = {0, 1, -1, 0xff00000000L, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789abcdefL};
        for (long a : longs) {
            System.out.println(Long.bitCount(a) + " " + Long.numberOfLeadingZeros(a) + " " + Long.numberOfTrailingZeros(a) + " " + Long.highestOneBit(a)
                    + " " + Long.lowestOneBit(a) + " " + Long.reverse(a) + " " + Long.reverseBytes(a) + " " + Long.rotateLeft(a, 9) + " "
                    + Long.rotateRight(a, 70) + " " + Long.signum(a));
        }
    }
}
