package org.asterism.benchmarks;

/** Enters and leaves a monitor that nobody else wants. */
final class Locking implements Item {
    private static final int ENTRIES = 500_000;

    private final Object lock = new Object();
    private long entries;

    @Override
    public String name() {
        return "lock-unlock";
    }

    @Override
    public int operations() {
        return ENTRIES;
    }

    @Override
    public long run() {
        entries = 0;
        for (int i = 0; i < ENTRIES; i++) {
            enter(i & 3);
        }
        return entries;
    }

    private void enter(int count) {
        synchronized (lock) {
            entries += count;
        }
    }
}
