package org.asterism.language.corpus.monitors;

/** Synchronized methods and blocks count correctly among threads. */
public final class Synchronized {
    private Synchronized() {}

    private int counter;
    private static int total;

    private synchronized void increment() {
        counter++;
    }

    private static synchronized void add(int n) {
        total += n;
    }

    private void block() {
        synchronized (this) {
            int before = counter;
            Thread.yield();
            counter = before + 1;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Synchronized shared = new Synchronized();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 200; i++) {
                    shared.increment();
                    add(1);
                    if (i % 20 == 0) {
                        shared.block();
                    }
                }
            }, "worker" + t);
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(shared.counter + " " + total + " " + threads[2].getName() + " " + threads[0].isAlive());
    }
}
