package org.asterism.ostd.sync;

import java.util.concurrent.atomic.AtomicReference;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.HeldLock;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;

/**
 * A lock that sleeps. Not reentrant: taking it twice in one task throws {@link IllegalStateException} instead of hanging.
 */
public final class Mutex extends HeldLock implements AutoCloseable {
    private final AtomicReference<Task> owner = new AtomicReference<>();
    private final WaitQueue waiters = new WaitQueue();
    private final WaitCondition taken = this::tryLock;

    /** Makes a free mutex. */
    public Mutex() {
    }

    /**
     * Takes the mutex, sleeping until it is free.
     *
     * @return this, as the guard to close
     * @throws IllegalStateException with preemption off, or if the current task holds it
     */
    public Mutex lock() {
        Preemption.checkMaySleep();
        Task self = Task.current();
        if (owner.compareAndSet(null, self)) {
            takenBy(Ostd.machine(), self);
            return this;
        }
        if (owner.get() == self) {
            throw new IllegalStateException("mutex taken twice by task " + self.name());
        }
        waiters.await(taken);
        return this;
    }

    /**
     * Takes the mutex if it is free.
     *
     * @return whether the current task holds it now
     */
    public boolean tryLock() {
        Task self = Task.current();
        boolean won = owner.compareAndSet(null, self);
        if (won) {
            takenBy(Ostd.machine(), self);
        }
        return won;
    }

    /**
     * Tells whether the current task holds the mutex.
     *
     * @return whether it does
     */
    public boolean isHeld() {
        return owner.get() == Task.current();
    }

    /** Releases the mutex. */
    @Override
    public void close() {
        Task self = Task.current();
        if (owner.get() != self) {
            throw new IllegalStateException("mutex released by task " + self.name() + ", which does not hold it");
        }
        givenBackBy(Ostd.machine(), self);
        owner.set(null);
        waiters.wakeOne();
    }

    @Override
    protected void abandon() {
        close();
    }

    @Override
    protected String kind() {
        return "mutex";
    }
}
