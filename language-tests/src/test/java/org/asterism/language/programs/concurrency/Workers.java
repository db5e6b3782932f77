package org.asterism.language.programs.concurrency;

/** Runs the same work for a number of tasks, one after the other and all at once. */
final class Workers {
    /** Tasks of every program here. */
    static final int TASKS = 16;

    private Workers() {}

    /** What a task does; returns a digest of what it saw. */
    @FunctionalInterface
    interface Work {
        /** Runs as the task of a number, from 0. */
        long run(int task) throws Exception;
    }

    /** Prints each task's digest, and whether the same work done alone gives another one. */
    static void compare(Work work) {
        long[] alone = new long[TASKS];
        for (int i = 0; i < TASKS; i++) {
            alone[i] = digest(work, i);
        }
        long[] together = together(work);
        for (int i = 0; i < TASKS; i++) {
            System.out.println("task " + i + ": " + Long.toHexString(together[i])
                    + (together[i] == alone[i] ? "" : ", but alone " + Long.toHexString(alone[i])));
        }
    }

    /** The digests of all tasks, run at once. */
    static long[] together(Work work) {
        long[] digests = new long[TASKS];
        Thread[] threads = new Thread[TASKS];
        for (int i = 0; i < TASKS; i++) {
            int task = i;
            threads[i] = new Thread(() -> digests[task] = digest(work, task));
            threads[i].start();
        }
        for (Thread thread : threads) {
            join(thread);
        }
        return digests;
    }

    private static long digest(Work work, int task) {
        try {
            return work.run(task);
        } catch (Exception e) {
            throw new IllegalStateException("task " + task + " failed", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted, which nothing does", e);
        }
    }

    /** Mixes a value into a digest; the order of values counts. */
    static long mix(long digest, long value) {
        return Long.rotateLeft(digest ^ value, 23) * 0x9E37_79B9_7F4A_7C15L;
    }

    /** The next of a sequence of pseudo-random words; never 0 if the seed is not. */
    static long next(long seed) {
        long next = seed;
        next ^= next << 13;
        next ^= next >>> 7;
        return next ^ next << 17;
    }
}
