package org.asterism.benchmarks;

import java.util.Arrays;

/** Filters, maps and sums numbers by a stream of lambdas; an operation is one element. */
final class LambdaStream implements Item {
    private static final int ELEMENTS = 10_000;
    private static final int ROUNDS = 50;

    private final int[] values = new int[ELEMENTS];

    LambdaStream() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < ELEMENTS; i++) {
            values[i] = numbers.next();
        }
    }

    @Override
    public String name() {
        return "lambda-stream";
    }

    @Override
    public int operations() {
        return ELEMENTS * ROUNDS;
    }

    @Override
    public long run() {
        long total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int addend = round;
            total += Arrays.stream(values).filter(value -> value % 3 != 0).map(value -> value / 5 + addend).asLongStream().sum();
        }
        return total;
    }
}
