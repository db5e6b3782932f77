package org.asterism.benchmarks;

/** A sequence of numbers that is the same in Java and C: Knuth's linear congruential generator, high bits. */
final class Numbers {
    private long state = 42;

    int next() {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (int) (state >>> 33);
    }

    /** The next number modulo a bound. */
    int next(int bound) {
        return next() % bound;
    }
}
