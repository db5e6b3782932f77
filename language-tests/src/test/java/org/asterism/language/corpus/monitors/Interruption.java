package org.asterism.language.corpus.monitors;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Whatever makes a thread wait ends when the thread is interrupted. */
public final class Interruption {
    private static final Object LOCK = new Object();

    private Interruption() {}

    /** Starts a thread, interrupts it where it waits, and prints in which state it was found and how it ended. */
    private static void interrupt(String name, Callable<?> waiting) throws InterruptedException {
        StringBuilder outcome = new StringBuilder();
        Thread thread = new Thread(() -> {
            try {
                outcome.append(waiting.call());
            } catch (Exception thrown) {
                outcome.append(thrown);
            }
            outcome.append(' ').append(Thread.currentThread().isInterrupted());
        });
        thread.start();
        Thread.State state = thread.getState();
        while (state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED) {
            Thread.yield();
            state = thread.getState();
        }
        thread.interrupt();
        thread.join();
        System.out.println(name + ": " + state + ", " + outcome + ", " + thread.getState());
    }

    private static void language() throws InterruptedException {
        interrupt("sleep", () -> {
            Thread.sleep(Long.MAX_VALUE);
            return "woke";
        });
        interrupt("wait", () -> {
            synchronized (LOCK) {
                LOCK.wait();
            }
            return "notified";
        });
        interrupt("wait for some time", () -> {
            synchronized (LOCK) {
                LOCK.wait(1_000_000, 1);
            }
            return "notified";
        });
        interrupt("join", () -> {
            Thread.currentThread().join();
            return "ended";
        });
        interrupt("park", () -> {
            LockSupport.park();
            return "goes on";
        });
        interrupt("park until", () -> {
            LockSupport.parkUntil(System.currentTimeMillis() + 1_000_000);
            return "goes on";
        });
    }

    private static void library() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        interrupt("condition", () -> {
            lock.lock();
            try {
                return condition.awaitNanos(Long.MAX_VALUE);
            } finally {
                lock.unlock();
            }
        });
        interrupt("array queue", () -> new ArrayBlockingQueue<String>(1).take());
        interrupt("linked queue", () -> new LinkedBlockingQueue<String>().poll(1, TimeUnit.DAYS));
        interrupt("deque", () -> new LinkedBlockingDeque<String>().takeLast());
        interrupt("hand over", () -> new SynchronousQueue<String>(true).take());
        interrupt("transfer", () -> new LinkedTransferQueue<String>().take());
        interrupt("delayed", () -> new DelayQueue<>().take());
        interrupt("semaphore", () -> new Semaphore(0).tryAcquire(1, TimeUnit.DAYS));
        interrupt("barrier", () -> new CyclicBarrier(2).await());
        interrupt("exchange", () -> new Exchanger<String>().exchange("mine"));
        interrupt("future", () -> new FutureTask<>(() -> "result").get());
        interrupt("latch", () -> {
            new CountDownLatch(1).await();
            return "open";
        });
        System.out.println(lock.isLocked());
    }

    /** The flag: kept from before the start, cleared by whoever throws, left alone by who was notified. */
    private static void flag() throws InterruptedException {
        Thread early = new Thread(() -> System.out.println(Thread.interrupted() + " " + Thread.interrupted()));
        early.interrupt();
        early.start();
        early.join();
        Thread.currentThread().interrupt();
        try {
            Thread.sleep(1);
        } catch (InterruptedException expected) {
            System.out.println(expected.getMessage() + " " + Thread.currentThread().isInterrupted());
        }
        Thread.currentThread().interrupt();
        try {
            LOCK.wait();
        } catch (IllegalMonitorStateException expected) {
            System.out.println(expected.getMessage() + " " + Thread.interrupted());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        language();
        library();
        flag();
    }
}
