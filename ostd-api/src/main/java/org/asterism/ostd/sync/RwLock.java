package org.asterism.ostd.sync;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.task.Preemption;

/**
 * A sleeping lock that many readers or one writer hold. Writers that wait keep new readers out. Not reentrant.
 */
public final class RwLock {
    private static final int WRITER = -1;

    private final AtomicInteger state = new AtomicInteger();
    private final AtomicInteger waitingWriters = new AtomicInteger();
    private final WaitQueue waiters = new WaitQueue();
    private final ReadGuard readGuard = new ReadGuard(this);
    private final WriteGuard writeGuard = new WriteGuard(this);
    private final WaitCondition readable = this::tryRead;
    private final WaitCondition writable = this::tryWrite;

    /** Makes a free lock. */
    public RwLock() {
    }

    /**
     * Takes the lock for reading.
     *
     * @return the guard to close
     * @throws IllegalStateException with preemption off
     */
    public ReadGuard read() {
        Preemption.checkMaySleep();
        if (!tryRead()) {
            waiters.await(readable);
        }
        return readGuard;
    }

    /**
     * Takes the lock for writing.
     *
     * @return the guard to close
     * @throws IllegalStateException with preemption off
     */
    public WriteGuard write() {
        Preemption.checkMaySleep();
        if (!tryWrite()) {
            waitingWriters.incrementAndGet();
            try {
                waiters.await(writable);
            } finally {
                waitingWriters.decrementAndGet();
                // readers that stood back for this writer look again when it releases
            }
        }
        return writeGuard;
    }

    private boolean tryWrite() {
        return state.compareAndSet(0, WRITER);
    }

    private boolean tryRead() {
        while (waitingWriters.get() == 0) {
            int readers = state.get();
            if (readers == WRITER) {
                return false;
            }
            if (state.compareAndSet(readers, readers + 1)) {
                return true;
            }
        }
        return false;
    }

    private void release(int expectedSign) {
        int held = state.get();
        if (expectedSign < 0 ? held != WRITER : held <= 0) {
            throw new IllegalStateException("read-write lock released that is not held");
        }
        if (expectedSign < 0) {
            state.set(0);
            waiters.wakeAll();
        } else if (state.decrementAndGet() == 0) {
            waiters.wakeAll();
        }
    }

    /** Proof that the lock is held for reading. */
    public static final class ReadGuard implements AutoCloseable {
        private final RwLock lock;

        private ReadGuard(RwLock lock) {
            this.lock = lock;
        }

        /** Releases the lock. */
        @Override
        public void close() {
            lock.release(1);
        }
    }

    /** Proof that the lock is held for writing. */
    public static final class WriteGuard implements AutoCloseable {
        private final RwLock lock;

        private WriteGuard(RwLock lock) {
            this.lock = lock;
        }

        /** Releases the lock. */
        @Override
        public void close() {
            lock.release(-1);
        }
    }
}
