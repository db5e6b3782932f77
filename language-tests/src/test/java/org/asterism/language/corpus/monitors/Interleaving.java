package org.asterism.language.corpus.monitors;

/** Sixteen threads over one monitor, with waiting in between. */
public final class Interleaving {
    private Interleaving() {}

    private static int turn;

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Object lock = new Object();
        StringBuilder trace = new StringBuilder();
        Thread[] threads = new Thread[16];
        for (int t = 0; t < threads.length; t++) {
            int index = t;
            threads[t] = new Thread(() -> {
                synchronized (lock) {
                    while (turn != index) {
                        try {
                            lock.wait();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    trace.append(index).append(' ');
                    turn++;
                    lock.notifyAll();
                }
            });
        }
        for (int t = threads.length - 1; t >= 0; t--) {
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(trace);
    }
}
