package org.asterism.language.corpus.arithmetic;

/** Sums, products and negations of long wrap around. */
public final class LongOverflow {
    private LongOverflow() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        long[] values = {0, 1, -1, 3037000500L, -3037000500L, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1};
        for (long a : values) {
            StringBuilder line = new StringBuilder().append(a).append(": ").append(-a).append(' ').append(~a);
            for (long b : values) {
                line.append(' ').append(a + b).append(',').append(a - b).append(',').append(a * b);
            }
            System.out.println(line);
        }
        System.out.println(Math.abs(Long.MIN_VALUE));
        System.out.println(Long.MAX_VALUE + 1L);
    }
}
