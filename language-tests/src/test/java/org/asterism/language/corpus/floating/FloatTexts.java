package org.asterism.language.corpus.floating;

/** Float.toString of numbers that are hard to print. */
public final class FloatTexts {
    private FloatTexts() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        float[] values = {0, 1, -1, 10, 1234567, 12345678, 1e7f, 1e-3f, 9.99e-4f, 3.4028235e38f, 1.4e-45f, 1.17549435e-38f, 1.1754942e-38f,
            0.1f, 0.2f, 0.3f, 1.0f / 3, 16777216f, 33554432f, 1e10f, 8.5e9f, 1.1f, 123.456f, 2.5e-5f, 7.0e-10f, 4.7e-38f};
        for (float value : values) {
            System.out.println(value + " " + -value);
        }
        float power = 1;
        for (int i = 0; i < 30; i++) {
            power *= 2.7f;
            System.out.println(power + " " + 1 / power);
        }
        System.out.println(String.valueOf(Float.NaN) + Float.POSITIVE_INFINITY + Float.NEGATIVE_INFINITY);
        StringBuilder builder = new StringBuilder();
        builder.append(1.5f).append(2.5).append(-0f).insert(0, 1e-5f);
        System.out.println(builder);
    }
}
