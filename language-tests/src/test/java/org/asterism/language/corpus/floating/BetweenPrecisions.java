package org.asterism.language.corpus.floating;

/** Narrowing to float rounds, overflows and underflows; widening is exact. */
public final class BetweenPrecisions {
    private BetweenPrecisions() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {0.1, 1.0 / 3, 1e-46, 7e-46, 1.4e-45, 3.4028235677973366e38, 3.4028234e38, 1e39, -1e39, 16777217, 1 + 1e-8,
            Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, 1.00000005960464477, 1.0000000596046448};
        for (double value : values) {
            float narrow = (float) value;
            double back = narrow;
            System.out.println(value + " " + narrow + " " + back + " " + (back == value) + " " + (double) narrow * 3 + " " + narrow * 3);
        }
        float tenth = 0.1f;
        System.out.println((tenth == 0.1) + " " + (double) tenth + " " + (tenth + 0.1) + " " + (tenth + 0.1f) + " " + tenth * 10 + " " + tenth * 10.0);
        float f = 1e10f;
        f += 1;
        System.out.println(f);
        float g = 1;
        g += 1e-8;
        System.out.println(g);
        f /= 3.0;
        System.out.println(f);
    }
}
