package org.asterism.language.programs.runtime;

import java.util.ArrayDeque;
import java.util.Deque;

/** Threads under preemption: mutual exclusion, reentrance, wait and notify, errors of those who do not own. */
public final class Monitors {
    private static final int ROUNDS = 20_000;
    private static int counter;
    private static final Object LOCK = new Object();

    private Monitors() {}

    private static final class Buffer {
        private final Deque<Integer> items = new ArrayDeque<>();

        private synchronized void put(int item) throws InterruptedException {
            while (items.size() == 4) {
                wait();
            }
            items.add(item);
            notifyAll();
        }

        private synchronized int take() throws InterruptedException {
            while (items.isEmpty()) {
                wait();
            }
            int item = items.remove();
            notifyAll();
            return item;
        }
    }

    private static void increment(int depth) {
        synchronized (LOCK) {
            if (depth == 0) {
                int seen = counter;
                Thread.onSpinWait();
                counter = seen + 1;
            } else {
                increment(depth - 1);
            }
        }
    }

    private static void count() throws InterruptedException {
        Thread[] threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) {
            int depth = i * 60;
            threads[i] = new Thread(() -> {
                for (int n = 0; n < ROUNDS / (depth + 1) + 100; n++) {
                    increment(depth);
                }
            });
            threads[i].start();
        }
        int expected = 0;
        for (int i = 0; i < threads.length; i++) {
            threads[i].join();
            expected += ROUNDS / (i * 60 + 1) + 100;
        }
        System.out.println("counted " + (counter == expected));
    }

    private static void exchange() throws InterruptedException {
        Buffer buffer = new Buffer();
        long[] sums = new long[3];
        Thread[] consumers = new Thread[sums.length];
        for (int i = 0; i < consumers.length; i++) {
            int index = i;
            consumers[i] = new Thread(() -> {
                try {
                    for (int item = buffer.take(); item >= 0; item = buffer.take()) {
                        sums[index] += item;
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            consumers[i].start();
        }
        for (int i = 0; i < ROUNDS; i++) {
            buffer.put(i);
        }
        for (int i = 0; i < consumers.length; i++) {
            buffer.put(-1);
        }
        long total = 0;
        for (int i = 0; i < consumers.length; i++) {
            consumers[i].join();
            total += sums[i];
        }
        System.out.println("exchanged " + total);
    }

    private static void refusals() throws InterruptedException {
        try {
            LOCK.notify();
        } catch (IllegalMonitorStateException expected) {
            System.out.println("notify refused");
        }
        try {
            LOCK.wait();
        } catch (IllegalMonitorStateException expected) {
            System.out.println("wait refused");
        }
        synchronized (LOCK) {
            long before = System.nanoTime();
            LOCK.wait(5);
            System.out.println("waited " + (System.nanoTime() - before >= 4_000_000) + " " + Thread.holdsLock(LOCK));
            LOCK.notifyAll();
        }
        System.out.println("held " + Thread.holdsLock(LOCK));
    }

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        refusals();
        count();
        exchange();
    }
}
