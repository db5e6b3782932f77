package org.asterism.language.corpus.arithmetic;

/** Quotients and remainders of long truncate; MIN / -1 wraps; zero throws. */
public final class LongDivision {
    private LongDivision() {}

    private static String divide(long a, long b) {
        try {
            return a / b + "r" + a % b;
        } catch (ArithmeticException e) {
            return e.getMessage();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        long[] values = {0, 1, -1, 3, -3, 10, 1L << 31, 1L << 32, (1L << 33) + 1, 1234567890123456789L, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long a : values) {
            StringBuilder line = new StringBuilder().append(a).append(':');
            for (long b : values) {
                line.append(' ').append(divide(a, b));
            }
            System.out.println(line);
        }
        long least = Long.MIN_VALUE;
        System.out.println(least / -1);
        System.out.println(least % -1L);
        int divisor = -1;
        System.out.println(least / divisor);
    }
}
