package org.asterism.benchmarks;

/** Throws a new exception and catches it in the same method. */
final class ThrowHere implements Item {
    private static final int THROWS = 500_000;

    @Override
    public String name() {
        return "throw-depth-0";
    }

    @Override
    public int operations() {
        return THROWS;
    }

    @Override
    public long run() {
        long checksum = 0;
        for (int i = 0; i < THROWS; i++) {
            try {
                throw new Failure(i);
            } catch (Failure failure) {
                checksum = checksum * 31 + failure.code();
            }
        }
        return checksum;
    }
}
