package org.asterism.language.corpus.monitors;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** ReentrantLock, conditions, latches and semaphores of java.util.concurrent. */
public final class Locks {
    private Locks() {}

    private static int value;

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition changed = lock.newCondition();
        CountDownLatch done = new CountDownLatch(2);
        Semaphore permits = new Semaphore(1);
        for (int t = 0; t < 2; t++) {
            new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    lock.lock();
                    try {
                        value++;
                        changed.signalAll();
                    } finally {
                        lock.unlock();
                    }
                    permits.acquireUninterruptibly();
                    permits.release();
                }
                done.countDown();
            }).start();
        }
        lock.lock();
        try {
            while (value < 60) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
        done.await();
        System.out.println(value + " " + lock.isLocked() + " " + permits.availablePermits() + " " + done.getCount());
        System.out.println(lock.tryLock() + " " + lock.tryLock() + " " + lock.getHoldCount());
        lock.unlock();
        lock.unlock();
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            System.out.println("not held");
        }
        ReentrantReadWriteLock both = new ReentrantReadWriteLock();
        both.readLock().lock();
        both.readLock().lock();
        System.out.println(both.getReadLockCount() + " " + both.writeLock().tryLock());
    }
}
