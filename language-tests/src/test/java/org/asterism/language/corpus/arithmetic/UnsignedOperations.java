package org.asterism.language.corpus.arithmetic;

/** The unsigned helpers of Integer and Long. */
public final class UnsignedOperations {
    private UnsignedOperations() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] ints = {0, 1, 7, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, -7};
        for (int a : ints) {
            StringBuilder line = new StringBuilder(Integer.toUnsignedString(a)).append(' ').append(Integer.toUnsignedLong(a));
            for (int b : ints) {
                line.append(' ').append(Integer.compareUnsigned(a, b));
                if (b != 0) {
                    line.append(',').append(Integer.divideUnsigned(a, b)).append(',').append(Integer.remainderUnsigned(a, b));
                }
            }
            System.out.println(line);
        }
        long[] longs = {0, 1, 10, -1, Long.MIN_VALUE, Long.MAX_VALUE, -10};
        for (long a : longs) {
            StringBuilder line = new StringBuilder(Long.toUnsignedString(a));
            for (long b : longs) {
                line.append(' ').append(Long.compareUnsigned(a, b));
                if (b != 0) {
                    line.append(',').append(Long.divideUnsigned(a, b)).append(',').append(Long.remainderUnsigned(a, b));
                }
            }
            System.out.println(line);
        }
        System.out.println(Integer.parseUnsignedInt("4294967295") + " " + Long.parseUnsignedLong("18446744073709551615"));
    }
}
