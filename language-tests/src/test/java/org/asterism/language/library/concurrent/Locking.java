package org.asterism.language.library.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Locks, alone and between threads. */
@Covers({AbstractOwnableSynchronizer.class, AbstractQueuedSynchronizer.class, AbstractQueuedSynchronizer.ConditionObject.class, AbstractQueuedLongSynchronizer.class,
    AbstractQueuedLongSynchronizer.ConditionObject.class, Condition.class, Lock.class, LockSupport.class, ReadWriteLock.class, ReentrantLock.class, ReentrantReadWriteLock.class,
    ReentrantReadWriteLock.ReadLock.class, ReentrantReadWriteLock.WriteLock.class, StampedLock.class})
public final class Locking {
    private Locking() {}

    /** A mutex of one bit. */
    private static final class Mutex extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean tryAcquire(int ignored) {
            boolean taken = compareAndSetState(0, 1);
            if (taken) {
                setExclusiveOwnerThread(Thread.currentThread());
            }
            return taken;
        }

        @Override
        protected boolean tryRelease(int ignored) {
            setExclusiveOwnerThread(null);
            setState(0);
            return true;
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() == 1 && getExclusiveOwnerThread() == Thread.currentThread();
        }

        AbstractQueuedSynchronizer.ConditionObject condition() {
            return new ConditionObject();
        }
    }

    /** The same in 64 bits. */
    private static final class WideMutex extends AbstractQueuedLongSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean tryAcquire(long amount) {
            return compareAndSetState(0, amount);
        }

        @Override
        protected boolean tryRelease(long amount) {
            setState(0);
            return true;
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() != 0;
        }

        AbstractQueuedLongSynchronizer.ConditionObject condition() {
            return new ConditionObject();
        }
    }

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        reentrant();
        readWrite();
        stamped();
        synchronizers();
        counting(new ReentrantLock());
        counting(new ReentrantLock(true));
        counting(new ReentrantReadWriteLock().writeLock());
        counting(new StampedLock().asWriteLock());
        pingPong();
        parking();
    }

    private static void reentrant() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        lock.lockInterruptibly();
        Outcome.show("held", lock.tryLock(), lock.getHoldCount(), lock.isLocked(), lock.isHeldByCurrentThread(), lock.isFair(), lock.hasQueuedThreads(), lock.getQueueLength(), lock.tryLock(1, TimeUnit.MILLISECONDS));
        Condition condition = lock.newCondition();
        Outcome.show("condition", condition.await(1, TimeUnit.MILLISECONDS), condition.awaitNanos(1000) <= 0, lock.hasWaiters(condition), lock.getWaitQueueLength(condition), lock.getHoldCount());
        for (int i = 0; i < 4; i++) {
            lock.unlock();
        }
        Outcome.show("free", lock.isLocked(), lock.getHoldCount(), lock.toString().endsWith("[Unlocked]"));
        Outcome.run("unlock", lock::unlock);
        Outcome.run("signal", condition::signal);
        Outcome.run("await", condition::await);
    }

    private static void readWrite() {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        ReadWriteLock general = lock;
        ReentrantReadWriteLock.ReadLock read = lock.readLock();
        ReentrantReadWriteLock.WriteLock write = lock.writeLock();
        read.lock();
        Outcome.show("reading", lock.getReadLockCount(), lock.getReadHoldCount(), read.tryLock(), write.tryLock(), lock.isWriteLocked());
        read.unlock();
        read.unlock();
        write.lock();
        Outcome.show("writing", read.tryLock(), write.getHoldCount(), lock.isWriteLockedByCurrentThread(), write.isHeldByCurrentThread(), lock.getWriteHoldCount(), general.readLock() == read);
        write.unlock();
        Outcome.show("downgraded", lock.getReadLockCount(), lock.isWriteLocked());
        read.unlock();
        Outcome.run("unlock", read::unlock);
        Outcome.run("unlock", write::unlock);
        Outcome.run("condition", read::newCondition);
        Outcome.show("condition", write.newCondition() != null, lock.isFair());
    }

    private static void stamped() throws InterruptedException {
        StampedLock lock = new StampedLock();
        long optimistic = lock.tryOptimisticRead();
        Outcome.show("optimistic", lock.validate(optimistic), StampedLock.isOptimisticReadStamp(optimistic), lock.isReadLocked());
        long write = lock.writeLock();
        Outcome.show("write", lock.isWriteLocked(), lock.validate(optimistic), lock.tryReadLock(), lock.tryOptimisticRead(), StampedLock.isWriteLockStamp(write));
        long read = lock.tryConvertToReadLock(write);
        Outcome.show("converted", lock.isReadLocked(), lock.getReadLockCount(), StampedLock.isReadLockStamp(read), lock.tryConvertToWriteLock(read) != 0, lock.tryUnlockWrite(), lock.tryUnlockRead());
        long again = lock.readLock();
        lock.unlock(again);
        Outcome.run("stale", () -> lock.unlockRead(again));
        Outcome.run("stale", () -> lock.unlockWrite(write));
        Outcome.show("timed", lock.tryWriteLock(1, TimeUnit.MILLISECONDS) != 0, lock.tryReadLock(1, TimeUnit.MILLISECONDS), lock.asReadLock().tryLock(), lock.asReadWriteLock().writeLock() != null);
    }

    private static void synchronizers() throws InterruptedException {
        Mutex mutex = new Mutex();
        AbstractQueuedSynchronizer.ConditionObject condition = mutex.condition();
        mutex.acquire(1);
        Outcome.show("mutex", mutex.isHeldExclusively(), mutex.tryAcquireNanos(1, 1000), mutex.hasQueuedThreads(), mutex.hasContended(), mutex.owns(condition), condition.awaitNanos(1000) <= 0, mutex.hasWaiters(condition), mutex.release(1));
        Outcome.run("shared", () -> mutex.acquireShared(1));
        WideMutex wide = new WideMutex();
        AbstractQueuedLongSynchronizer.ConditionObject other = wide.condition();
        wide.acquireInterruptibly(1L << 40);
        Outcome.show("wide", wide.tryAcquireNanos(1, 1000), wide.getQueueLength(), other.await(1, TimeUnit.MICROSECONDS), wide.release(1));
        AbstractOwnableSynchronizer owned = mutex;
        Outcome.show("owned", owned.toString().contains("State = 0"));
    }

    private static void counting(Lock lock) throws InterruptedException {
        int[] count = new int[1];
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 500; k++) {
                    lock.lock();
                    try {
                        count[0]++;
                        if (k % 50 == 0) {
                            Thread.yield();
                        }
                    } finally {
                        lock.unlock();
                    }
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Outcome.show("counted", count[0], lock.tryLock());
    }

    private static void pingPong() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition turn = lock.newCondition();
        StringBuilder log = new StringBuilder();
        Thread other = new Thread(() -> play(lock, turn, log, 1));
        other.start();
        play(lock, turn, log, 0);
        other.join();
        Outcome.show("played", log);
    }

    private static void play(ReentrantLock lock, Condition turn, StringBuilder log, int side) {
        for (int i = 0; i < 20; i++) {
            lock.lock();
            try {
                while (log.length() % 2 != side) {
                    turn.awaitUninterruptibly();
                }
                log.append(side);
                turn.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static void parking() throws InterruptedException {
        LockSupport.unpark(Thread.currentThread());
        LockSupport.park();
        LockSupport.parkNanos(1000);
        LockSupport.parkNanos("blocker", 1000);
        LockSupport.parkUntil(1);
        LockSupport.unpark(null);
        Thread sleeper = new Thread(LockSupport::park);
        sleeper.start();
        LockSupport.unpark(sleeper);
        sleeper.join();
        Outcome.show("parked", LockSupport.getBlocker(Thread.currentThread()));
    }
}
