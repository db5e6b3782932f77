package org.asterism.ostd.sync;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.HeldLock;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;

/**
 * A sleeping lock that many readers or one writer hold. Writers that wait keep new readers out. Not reentrant.
 */
public final class RwLock {
    private static final int WRITER = -1;

    private final AtomicInteger state = new AtomicInteger();
    private final AtomicInteger waitingWriters = new AtomicInteger();
    private final WaitQueue waiters = new WaitQueue();
    private final WriteGuard writeGuard = new WriteGuard(this);
    private final WaitCondition readable = this::tryRead;
    private final WaitCondition writable = this::tryWrite;

    /** Makes a free lock. */
    public RwLock() {
    }

    /**
     * Takes the lock for reading. Allocates the guard.
     *
     * @return the guard to close
     * @throws IllegalStateException with preemption off
     */
    public ReadGuard read() {
        Preemption.checkMaySleep();
        ReadGuard guard = new ReadGuard(this);
        if (!tryRead()) {
            waiters.await(readable);
        }
        guard.take();
        return guard;
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
        writeGuard.take();
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

    /** Proof that the lock is held. */
    private abstract static class Guard extends HeldLock {
        final RwLock lock;
        private Task holder;

        Guard(RwLock lock) {
            this.lock = lock;
        }

        final void take() {
            holder = Task.current();
            takenBy(Ostd.machine(), holder);
        }

        final void giveBack() {
            if (holder != Task.current()) {
                throw new IllegalStateException("read-write lock released by task " + Task.current().name() + ", which does not hold it");
            }
            holder = null;
            givenBackBy(Ostd.machine(), Task.current());
        }
    }

    /** Proof that the lock is held for reading. */
    public static final class ReadGuard extends Guard implements AutoCloseable {
        private ReadGuard(RwLock lock) {
            super(lock);
        }

        /** Releases the lock. */
        @Override
        public void close() {
            giveBack();
            lock.release(1);
        }

        @Override
        protected void abandon() {
            close();
        }

        @Override
        protected String kind() {
            return "read-write lock, for reading";
        }
    }

    /** Proof that the lock is held for writing. */
    public static final class WriteGuard extends Guard implements AutoCloseable {
        private WriteGuard(RwLock lock) {
            super(lock);
        }

        /** Releases the lock. */
        @Override
        public void close() {
            giveBack();
            lock.release(-1);
        }

        @Override
        protected void abandon() {
            close();
        }

        @Override
        protected String kind() {
            return "read-write lock, for writing";
        }
    }
}
