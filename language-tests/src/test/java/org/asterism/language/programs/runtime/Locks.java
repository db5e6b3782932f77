package org.asterism.language.programs.runtime;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** java.util.concurrent over park and unpark, with threads that allocate all the while. */
public final class Locks {
    private static final int ROUNDS = 5000;

    private Locks() {}

    private static void join(Thread[] threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition turn = lock.newCondition();
        int[] whose = {0};
        StringBuilder order = new StringBuilder();
        Thread[] threads = new Thread[3];
        for (int i = 0; i < threads.length; i++) {
            int me = i;
            threads[i] = new Thread(() -> {
                for (int n = 0; n < 100; n++) {
                    lock.lock();
                    try {
                        while (whose[0] != me) {
                            turn.awaitUninterruptibly();
                        }
                        order.append((char) ('a' + me));
                        whose[0] = (me + 1) % 3;
                        turn.signalAll();
                    } finally {
                        lock.unlock();
                    }
                }
            });
            threads[i].start();
        }
        join(threads);
        System.out.println(order);
        ConcurrentHashMap<String, AtomicInteger> map = new ConcurrentHashMap<>();
        LongAdder adder = new LongAdder();
        CountDownLatch latch = new CountDownLatch(4);
        Thread[] writers = new Thread[4];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = new Thread(() -> {
                latch.countDown();
                for (int n = 0; n < ROUNDS; n++) {
                    map.computeIfAbsent("key" + n % 97, key -> new AtomicInteger()).incrementAndGet();
                    adder.increment();
                }
            });
            writers[i].start();
        }
        latch.await();
        join(writers);
        int total = 0;
        for (AtomicInteger each : map.values()) {
            total += each.get();
        }
        System.out.println(map.size() + " keys, " + total + ", " + adder.sum());
        ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 5);
        Thread other = new Thread(() -> local.set(9));
        other.start();
        other.join();
        System.out.println("local " + local.get());
    }
}
