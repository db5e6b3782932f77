package org.asterism.benchmarks;

/** Throws a new exception through five methods. */
final class ThrowDeep implements Item {
    private static final int THROWS = 200_000;
    private static final int DEPTH = 5;

    private final int[] visits = new int[DEPTH];

    @Override
    public String name() {
        return "throw-depth-5";
    }

    @Override
    public int operations() {
        return THROWS;
    }

    @Override
    public long run() {
        visits[0] = 0;
        long checksum = 0;
        for (int i = 0; i < THROWS; i++) {
            try {
                checksum += descend(DEPTH, i);
            } catch (Failure failure) {
                checksum = checksum * 31 + failure.code();
            }
        }
        return checksum + visits[0];
    }

    private int descend(int depth, int code) throws Failure {
        if (depth == 0) {
            throw new Failure(code);
        }
        visits[DEPTH - depth]++;
        return descend(depth - 1, code) + 1;
    }
}
