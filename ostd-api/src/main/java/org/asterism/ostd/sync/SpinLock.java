package org.asterism.ostd.sync;

import java.util.concurrent.atomic.AtomicReference;
import org.asterism.ostd.task.HeldLock;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;

/**
 * A lock that spins, with preemption off while it is held; for short sections that do not sleep.
 *
 * <p>Not reentrant: taking it twice in one task throws {@link IllegalStateException}.
 */
public final class SpinLock extends HeldLock implements AutoCloseable {
    private final AtomicReference<Task> owner = new AtomicReference<>();
    private Preemption held;

    /** Makes a free lock. */
    public SpinLock() {
    }

    /**
     * Takes the lock.
     *
     * @return this, as the guard to close
     * @throws IllegalStateException if the current task holds it
     */
    public SpinLock lock() {
        Preemption guard = Preemption.disable();
        Task self = Task.current();
        while (!owner.compareAndSet(null, self)) {
            if (owner.get() == self) {
                guard.close();
                throw new IllegalStateException("spin lock taken twice by task " + self.name());
            }
            Thread.onSpinWait();
        }
        held = guard;
        takenBy(self);
        return this;
    }

    /** Releases the lock. */
    @Override
    public void close() {
        Task self = Task.current();
        if (owner.get() != self) {
            throw new IllegalStateException("spin lock released by task " + self.name() + ", which does not hold it");
        }
        Preemption guard = held;
        givenBackBy(self);
        owner.set(null);
        guard.close();
    }

    @Override
    protected void abandon() {
        close();
    }

    @Override
    protected String kind() {
        return "spin lock";
    }
}
