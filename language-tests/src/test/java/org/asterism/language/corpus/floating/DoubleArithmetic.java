package org.asterism.language.corpus.floating;

/** The four operations and remainders of double, with infinities and NaN. */
public final class DoubleArithmetic {
    private DoubleArithmetic() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {0.0, -0.0, 1.0, -1.5, 1e-310, 3.0, 1e308, -1e308, Double.MIN_VALUE, Double.MAX_VALUE,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        for (double a : values) {
            StringBuilder line = new StringBuilder().append(a).append(" -> ").append(-a);
            for (double b : values) {
                line.append(' ').append(a + b).append(',').append(a - b).append(',').append(a * b).append(',').append(a / b).append(',').append(a % b);
            }
            System.out.println(line);
        }
    }
}
