package org.asterism.language.programs.concurrency;

/** Each task computes in floating point; a register that another task changes changes the result. */
public final class FloatingPoint {
    private static final int ROUNDS = 3_000;

    private FloatingPoint() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Workers.compare(FloatingPoint::work);
    }

    private static long work(int task) {
        double sum = 0;
        double factor = 1 + task / 7.0;
        float narrow = task;
        double[] kept = new double[16];
        for (int i = 1; i <= ROUNDS; i++) {
            factor = factor * 1.000_001 + 1 / (i + 0.5);
            sum += Math.sqrt(factor) / i;
            narrow = narrow * 0.999f + i;
            kept[i & 15] += step(sum, narrow);
            if (i % 500 == 0) {
                kept = kept.clone();
            }
        }
        long digest = Float.floatToIntBits(narrow);
        for (double value : kept) {
            digest = Workers.mix(digest, Double.doubleToLongBits(value));
        }
        return digest + (long) sum;
    }

    private static double step(double sum, float narrow) {
        return (int) narrow % 3 == 0 ? sum / 3 : -narrow;
    }
}
