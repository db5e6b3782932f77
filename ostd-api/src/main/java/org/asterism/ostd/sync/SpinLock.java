package org.asterism.ostd.sync;

import java.util.concurrent.atomic.AtomicReference;
import org.asterism.ostd.spi.Machine;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.HeldLock;
import org.asterism.ostd.task.Task;

/**
 * A lock that spins, with preemption off while it is held; for short sections that do not sleep.
 *
 * <p>Not reentrant: taking it twice in one task throws {@link IllegalStateException}.
 */
public final class SpinLock extends HeldLock implements AutoCloseable {
    private final AtomicReference<Task> owner = new AtomicReference<>();

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
        Machine machine = Ostd.machine();
        machine.tasks().disablePreemption();
        Task self = Task.current();
        while (!owner.compareAndSet(null, self)) {
            if (owner.get() == self) {
                machine.tasks().enablePreemption();
                throw new IllegalStateException("spin lock taken twice by task " + self.name());
            }
            Thread.onSpinWait();
        }
        takenBy(machine, self);
        return this;
    }

    /** Releases the lock. */
    @Override
    public void close() {
        Task self = Task.current();
        if (owner.get() != self) {
            throw new IllegalStateException("spin lock released by task " + self.name() + ", which does not hold it");
        }
        Machine machine = Ostd.machine();
        givenBackBy(machine, self);
        owner.set(null);
        machine.tasks().enablePreemption();
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
