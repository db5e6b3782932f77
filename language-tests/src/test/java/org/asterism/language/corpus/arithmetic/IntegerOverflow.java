package org.asterism.language.corpus.arithmetic;

/** Sums, products and negations of int wrap around. */
public final class IntegerOverflow {
    private IntegerOverflow() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {0, 1, -1, 2, 46341, -46341, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1};
        for (int a : values) {
            StringBuilder line = new StringBuilder().append(a).append(": ").append(-a).append(' ').append(~a);
            for (int b : values) {
                line.append(' ').append(a + b).append(',').append(a - b).append(',').append(a * b);
            }
            System.out.println(line);
        }
        System.out.println(Integer.MAX_VALUE + 1);
        System.out.println(Integer.MIN_VALUE - 1);
        System.out.println(-Integer.MIN_VALUE);
        System.out.println(Math.abs(Integer.MIN_VALUE));
    }
}
