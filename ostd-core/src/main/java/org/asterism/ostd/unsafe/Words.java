package org.asterism.ostd.unsafe;

/**
 * Arithmetic on raw words for code that runs below the language: the heap and class initialisation cannot wait for a class of java.base
 * to be initialised, so they use nothing from there.
 */
public final class Words {
    private Words() {}

    /**
     * The larger of two numbers.
     *
     * @param a one
     * @param b the other
     * @return the larger
     */
    public static long max(long a, long b) {
        return a > b ? a : b;
    }

    /**
     * The smaller of two numbers.
     *
     * @param a one
     * @param b the other
     * @return the smaller
     */
    public static long min(long a, long b) {
        return a < b ? a : b;
    }

    /**
     * Compares two words as unsigned numbers.
     *
     * @param a one
     * @param b the other
     * @return whether a is below b
     */
    public static boolean isBelow(long a, long b) {
        return (a ^ Long.MIN_VALUE) < (b ^ Long.MIN_VALUE);
    }

    /**
     * Counts the bits that are 1, by adding neighbours in parallel (Warren, Hacker's Delight, §5-1).
     *
     * @param word any
     * @return 0 to 64
     */
    public static int bitCount(long word) {
        long x = word - (word >>> 1 & 0x5555_5555_5555_5555L);
        x = (x & 0x3333_3333_3333_3333L) + (x >>> 2 & 0x3333_3333_3333_3333L);
        x = x + (x >>> 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        return (int) (x * 0x0101_0101_0101_0101L >>> 56);
    }

    /**
     * The position of the highest bit that is 1.
     *
     * @param word any
     * @return 0 to 63, or -1 for 0
     */
    public static int highestBit(long word) {
        int position = -1;
        long rest = word;
        for (int step = 32; step > 0; step >>= 1) {
            if (rest >>> step != 0) {
                position += step;
                rest >>>= step;
            }
        }
        return rest == 0 ? position : position + 1;
    }
}
