package org.asterism.language.corpus.arithmetic;

import java.util.function.Supplier;

/** The checked arithmetic of Math, with its messages. */
public final class ExactMath {
    private ExactMath() {}

    private static void attempt(Supplier<Object> computation) {
        try {
            System.out.println(computation.get());
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int most = Integer.MAX_VALUE;
        long far = Long.MAX_VALUE;
        attempt(() -> Math.addExact(most - 1, 1));
        attempt(() -> Math.addExact(most, 1));
        attempt(() -> Math.subtractExact(-most, 2));
        attempt(() -> Math.multiplyExact(65536, 32767));
        attempt(() -> Math.multiplyExact(65536, 32768));
        attempt(() -> Math.addExact(far, 1L));
        attempt(() -> Math.subtractExact(-far, 2L));
        attempt(() -> Math.multiplyExact(far, 2L));
        attempt(() -> Math.multiplyExact(-1L, Long.MIN_VALUE));
        attempt(() -> Math.negateExact(Integer.MIN_VALUE));
        attempt(() -> Math.incrementExact(most));
        attempt(() -> Math.toIntExact(far));
        attempt(() -> Math.toIntExact(-5L));
        attempt(() -> Math.floorDiv(1, 0));
        attempt(() -> Math.absExact(Integer.MIN_VALUE));
    }
}
