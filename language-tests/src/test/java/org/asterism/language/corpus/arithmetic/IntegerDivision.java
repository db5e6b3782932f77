package org.asterism.language.corpus.arithmetic;

/** Quotients and remainders of int truncate; MIN / -1 wraps; zero throws. */
public final class IntegerDivision {
    private IntegerDivision() {}

    private static String divide(int a, int b) {
        try {
            return a / b + "r" + a % b;
        } catch (ArithmeticException e) {
            return e.getMessage();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {0, 1, -1, 2, -2, 7, -7, 10, 1000003, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1};
        for (int a : values) {
            StringBuilder line = new StringBuilder().append(a).append(':');
            for (int b : values) {
                line.append(' ').append(divide(a, b));
            }
            System.out.println(line);
        }
        int least = Integer.MIN_VALUE;
        System.out.println(least / -1);
        System.out.println(least % -1);
        least /= -1;
        System.out.println(least);
        least %= -1;
        System.out.println(least);
    }
}
