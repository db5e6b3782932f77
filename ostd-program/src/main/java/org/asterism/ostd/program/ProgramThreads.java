package org.asterism.ostd.program;

/** How many threads of the program keep it alive. */
public final class ProgramThreads {
    private static final Object LOCK = new Object();
    private static int living;

    private ProgramThreads() {}

    /** Counts a thread that is about to start and is no daemon. */
    public static void started() {
        synchronized (LOCK) {
            living++;
        }
    }

    /** Counts the end of such a thread. */
    public static void ended() {
        synchronized (LOCK) {
            living--;
            LOCK.notifyAll();
        }
    }

    /** Returns when all that were counted have ended. */
    public static void awaitAll() {
        synchronized (LOCK) {
            while (living > 0) {
                await();
            }
        }
    }

    private static void await() {
        try {
            LOCK.wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a program's main task was interrupted, which nothing does", e);
        }
    }
}
