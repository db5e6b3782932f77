package org.asterism.language.corpus.floating;

/** Double.toString of numbers that are hard to print. */
public final class DoubleTexts {
    private DoubleTexts() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {0, 1, -1, 10, 100, 1234567, 12345678, 1e7, 9999999.999, 1e-3, 9.99e-4, 0.001, 123456789012345680.0, 1e16, 1e21, 1e22,
            1e23, 2e-3, 4.35, 0.1 + 0.2, 1.0 / 3, 2.0 / 3, 1e100, 1.7976931348623157e308, 4.9e-324, 2.2250738585072014e-308, 5e-324,
            2.2250738585072011e-308, 9007199254740993.0, 0.3, 2.5e-5, 1.1, 123.456, 5.0e-5, 8.41e21, 2.0e-10, 1.0e-44, 7.1e15};
        for (double value : values) {
            System.out.println(value + " " + -value);
        }
        double power = 1;
        for (int i = 0; i < 60; i++) {
            power *= -7.3;
            System.out.println(power + " " + 1 / power);
        }
    }
}
