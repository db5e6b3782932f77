package org.asterism.language.corpus.floating;

/** Comparisons with NaN are false, in conditions, loops and as values. */
public final class NotANumber {
    private NotANumber() {}

    private static String compare(double a, double b) {
        String text = "" + (a < b) + (a <= b) + (a > b) + (a >= b) + (a == b) + (a != b);
        text += !(a < b) + "" + !(a >= b);
        if (a < b) {
            text += " less";
        } else if (a > b) {
            text += " greater";
        } else if (a == b) {
            text += " same";
        } else {
            text += " unordered";
        }
        return text + (a > b || b > a ? 1 : 0) + (a <= b && b <= a ? 1 : 0);
    }

    private static String compare(float a, float b) {
        return "" + (a < b) + (a <= b) + (a > b) + (a >= b) + (a == b) + (a != b) + !(a > b) + !(a <= b) + (a < b ? 1 : 2);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {Double.NaN, 0.0, -0.0, 1.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double a : values) {
            for (double b : values) {
                System.out.println(a + " " + b + " " + compare(a, b) + " " + compare((float) a, (float) b));
            }
        }
        double nan = 0.0 / 0.0;
        int rounds = 0;
        while (!(nan >= 10)) {
            if (++rounds == 3) {
                break;
            }
        }
        System.out.println(rounds);
        System.out.println((nan != nan) + " " + Double.isNaN(nan) + " " + Math.max(nan, 1) + " " + Math.min(1f, Float.NaN));
    }
}
