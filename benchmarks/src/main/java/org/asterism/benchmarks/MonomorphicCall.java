package org.asterism.benchmarks;

/** A call of an abstract method that has one implementation. */
final class MonomorphicCall implements Item {
    private static final int CALLS = 4_000_000;

    /** What is called. */
    abstract static class Step {
        abstract int apply(int value);
    }

    /** The only kind of step. */
    static final class Mix extends Step {
        private final int factor;

        Mix(int factor) {
            this.factor = factor;
        }

        @Override
        int apply(int value) {
            return value * factor + 7;
        }
    }

    private final Step step = new Mix(31);

    @Override
    public String name() {
        return "call-monomorphic";
    }

    @Override
    public int operations() {
        return CALLS;
    }

    @Override
    public long run() {
        int value = 1;
        for (int i = 0; i < CALLS; i++) {
            value = step.apply(value ^ i);
        }
        return value;
    }
}
