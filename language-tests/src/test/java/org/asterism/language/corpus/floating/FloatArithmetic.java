package org.asterism.language.corpus.floating;

/** The four operations and remainders of float, with infinities and NaN. */
public final class FloatArithmetic {
    private FloatArithmetic() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        float[] values = {0.0f, -0.0f, 1.0f, -1.5f, 1e-40f, 3.0f, 16777216f, 3e38f, Float.MIN_VALUE, Float.MAX_VALUE,
            Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
        for (float a : values) {
            StringBuilder line = new StringBuilder().append(a).append(" -> ").append(-a);
            for (float b : values) {
                line.append(' ').append(a + b).append(',').append(a - b).append(',').append(a * b).append(',').append(a / b).append(',').append(a % b);
            }
            System.out.println(line);
        }
        float sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += 0.1f;
        }
        System.out.println(sum);
    }
}
