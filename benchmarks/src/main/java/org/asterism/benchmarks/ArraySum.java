package org.asterism.benchmarks;

/** The sum of an array that fits the second-level cache; an operation is one element. */
final class ArraySum implements Item {
    private static final int LENGTH = 65_536;
    private static final int ROUNDS = 128;

    private final int[] values = new int[LENGTH];

    ArraySum() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < LENGTH; i++) {
            values[i] = numbers.next();
        }
    }

    @Override
    public String name() {
        return "array-sum";
    }

    @Override
    public int operations() {
        return LENGTH * ROUNDS;
    }

    @Override
    public long run() {
        int total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            values[0] = round;
            total = total * 31 + sum(values);
        }
        return total;
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }
}
