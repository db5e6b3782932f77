package org.asterism.language.corpus.floating;

/** Floating-point numbers become integers: truncation, saturation, NaN to zero. */
public final class ToIntegers {
    private ToIntegers() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {0.9, -0.9, 1.5, -1.5, 127.9, 128, 255.5, 256, -129, 65535.9, 65536, 2147483647.0, 2147483648.0, -2147483648.9,
            -2147483649.0, 4294967296.5, 9.2233720368547e18, 9.223372036854775807e18, -9.223372036854775808e18, 1e19, -1e19, 1e300, -1e300,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
        for (double value : values) {
            float single = (float) value;
            System.out.println(value + ": " + (int) value + " " + (long) value + " " + (byte) value + " " + (short) value + " " + (int) (char) value);
            System.out.println(single + ": " + (int) single + " " + (long) single + " " + (byte) single + " " + (short) single + " " + (int) (char) single);
        }
    }
}
