package org.asterism.language.programs.concurrency;

/** Monitors that many tasks want, enter again, wait in and notify. */
public final class ContendedMonitors {
    private static final int ROUNDS = 120;
    private static final int ITEMS = 60;
    private static final int CAPACITY = 3;
    /** More than a lock word counts. */
    private static final int DEEP = 300;

    private final Object[] locks = new Object[4];
    private final long[] counts = new long[4];
    private final long[] buffer = new long[CAPACITY];
    private int first;
    private int filled;
    private long sum;
    private static long entered;

    private ContendedMonitors() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        ContendedMonitors monitors = new ContendedMonitors();
        Workers.together(monitors::count);
        for (long count : monitors.counts) {
            System.out.println("counted " + count);
        }
        Workers.together(monitors::exchange);
        System.out.println("exchanged " + monitors.sum + ", left " + monitors.filled);
        Workers.together(task -> enter(DEEP + task));
        System.out.println("entered " + entered);
        long[] refused = Workers.together(monitors::refused);
        System.out.println("refused " + refused[0] + " and " + refused[Workers.TASKS - 1]);
    }

    private long count(int task) {
        for (int i = 0; i < ROUNDS; i++) {
            int outer = (task + i) % locks.length;
            synchronized (locks[outer]) {
                counts[outer]++;
                for (int inner = outer + 1; inner < locks.length; inner++) {
                    synchronized (locks[inner]) {
                        counts[inner]++;
                    }
                }
            }
        }
        return 0;
    }

    private long exchange(int task) throws InterruptedException {
        for (int i = 0; i < ITEMS; i++) {
            if (task % 2 == 0) {
                put(task * 1000L + i);
            } else {
                take();
            }
        }
        return 0;
    }

    private synchronized void put(long item) throws InterruptedException {
        while (filled == CAPACITY) {
            wait();
        }
        buffer[(first + filled++) % CAPACITY] = item;
        notifyAll();
    }

    private synchronized void take() throws InterruptedException {
        while (filled == 0) {
            wait(1);
        }
        sum += buffer[first];
        first = (first + 1) % CAPACITY;
        filled--;
        notifyAll();
    }

    private static synchronized long enter(int depth) {
        entered++;
        return depth == 0 ? 0 : enter(depth - 1) + 1;
    }

    private long refused(int task) {
        try {
            locks[task % locks.length].notifyAll();
            return 0;
        } catch (IllegalMonitorStateException expected) {
            return 1;
        }
    }
}
