package org.asterism.language.corpus.floating;

/** Math's roundings at the halves and at the edges. */
public final class Rounding {
    private Rounding() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.49999999999999994, -0.49999999999999994, 4503599627370496.5, 4503599627370497.5,
            9007199254740991.0, -9007199254740991.0, 1e18, 1e19, -1e19, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-320};
        for (double value : values) {
            float single = (float) value;
            System.out.println(value + ": " + Math.round(value) + " " + Math.rint(value) + " " + Math.floor(value) + " " + Math.ceil(value) + " "
                    + Math.round(single) + " " + Math.abs(value) + " " + Math.signum(single) + " " + Math.sqrt(value) + " " + Math.cbrt(value));
        }
        System.out.println(Math.hypot(3, 4) + " " + Math.hypot(1e200, 1e200) + " " + Math.fma(1e16, 1e16, -1e32) + " " + Math.fma(0.1f, 10f, -1f));
        System.out.println(Math.toRadians(180) + " " + Math.toDegrees(Math.PI) + " " + Math.max(1.5, -1.5) + " " + Math.min(1.5f, -1.5f));
    }
}
