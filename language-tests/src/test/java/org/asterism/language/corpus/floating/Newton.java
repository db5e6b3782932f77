package org.asterism.language.corpus.floating;

/** Iterations that converge to the last bit. */
public final class Newton {
    private Newton() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        for (double n : new double[] {2, 3, 10, 1e-10, 12345.678, 1e300}) {
            double x = n;
            for (int i = 0; i < 200; i++) {
                x = (x + n / x) / 2;
            }
            System.out.println(x + " " + Math.sqrt(n));
        }
        double pi = 0;
        for (int k = 0; k < 2000; k++) {
            pi += (k % 2 == 0 ? 4.0 : -4.0) / (2 * k + 1);
        }
        System.out.println(pi);
        float series = 0;
        for (int k = 1; k < 500; k++) {
            series += 1f / (k * k);
        }
        System.out.println(series);
        double e = 1;
        double term = 1;
        for (int k = 1; k < 30; k++) {
            term /= k;
            e += term;
        }
        System.out.println(e);
        double zr = 0;
        double zi = 0;
        int steps = 0;
        while (zr * zr + zi * zi < 4 && steps < 1000) {
            double next = zr * zr - zi * zi - 0.75;
            zi = 2 * zr * zi + 0.1;
            zr = next;
            steps++;
        }
        System.out.println(steps + " " + zr + " " + zi);
    }
}
