package org.asterism.language.corpus.monitors;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Atomics among threads, and their operations by themselves. */
public final class Atomics {
    private Atomics() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        AtomicInteger i = new AtomicInteger(5);
        System.out.println(i.getAndIncrement() + " " + i.incrementAndGet() + " " + i.getAndAdd(-10) + " " + i.addAndGet(3) + " " + i.compareAndSet(0, 9) + i.compareAndSet(0, 8) + " " + i.getAndSet(1)
                + " " + i.updateAndGet(n -> n * 5) + " " + i.accumulateAndGet(7, Math::max) + " " + i);
        AtomicLong l = new AtomicLong(Long.MAX_VALUE);
        System.out.println(l.incrementAndGet() + " " + l.getAndUpdate(n -> n / 2) + " " + l.get() + " " + l.intValue());
        AtomicReference<String> r = new AtomicReference<>("a");
        System.out.println(r.getAndSet("b") + r.compareAndSet("b", "c") + r.updateAndGet(s -> s + "d") + r.accumulateAndGet("e", String::concat));
        AtomicBoolean z = new AtomicBoolean();
        System.out.println(z.getAndSet(true) + " " + z.compareAndSet(true, false) + " " + z);
        AtomicIntegerArray a = new AtomicIntegerArray(3);
        a.addAndGet(1, 5);
        a.lazySet(2, 7);
        System.out.println(a + " " + a.getAndIncrement(1) + " " + a.length());
        AtomicInteger shared = new AtomicInteger();
        LongAdder adder = new LongAdder();
        AtomicReference<Integer> boxed = new AtomicReference<>(0);
        Thread[] threads = new Thread[3];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int n = 0; n < 300; n++) {
                    shared.incrementAndGet();
                    adder.increment();
                    boxed.updateAndGet(x -> x + 1);
                    if (n % 50 == 0) {
                        Thread.yield();
                    }
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(shared + " " + adder.sum() + " " + boxed);
    }
}
