package org.asterism.language.corpus.floating;

/** The % operator of double and float is exact, and takes the sign of the dividend. */
public final class Remainders {
    private Remainders() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {5.5, -5.5, 2, -2, 0.1, 1e20, 3, 1e-310, 1e300, 7e15, Double.POSITIVE_INFINITY};
        for (double a : values) {
            StringBuilder line = new StringBuilder();
            for (double b : values) {
                line.append(a % b).append(' ').append((float) a % (float) b).append(' ');
            }
            System.out.println(line);
        }
        double d = 1e17;
        d %= 7;
        System.out.println(d);
        int i = 17;
        i %= 5.5;
        System.out.println(i);
        long l = 1L << 60;
        l %= 1e5f;
        System.out.println(l);
    }
}
