package org.asterism.benchmarks;

/** The recursive function; an operation is one call of it. */
final class Fibonacci implements Item {
    private static final int ARGUMENT = 30;
    private static final int CALLS = 2_692_537;

    @Override
    public String name() {
        return "fib";
    }

    @Override
    public int operations() {
        return CALLS;
    }

    @Override
    public long run() {
        return fib(ARGUMENT);
    }

    private static int fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }
}
