package org.asterism.language.corpus.floating;

/** The functions of StrictMath that are written in Java, bit for bit. */
public final class StrictFunctions {
    private StrictFunctions() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {0, -0.0, 0.5, -0.5, 1, 2, 3.7, 10, -10, 100.25, 1e5, 1e10, 1e-8, 0.7853981633974483, 3.141592653589793, 710, -750, Double.NaN};
        for (double value : values) {
            System.out.println(value + ": " + StrictMath.exp(value) + " " + StrictMath.pow(value, 2.5) + " " + StrictMath.pow(2, value) + " " + StrictMath.pow(value, -3));
            System.out.println(StrictMath.cbrt(value) + " " + StrictMath.hypot(value, 3) + " " + StrictMath.sqrt(value) + " " + StrictMath.rint(value) + " " + StrictMath.nextUp(value));
        }
    }
}
