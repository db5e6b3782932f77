package org.asterism.ostd.sync;

import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.task.Task;

/**
 * A place in one {@link WaitQueue}. Waking it unparks its task; subclasses may react in another way, in atomic context.
 */
public class Waiter {
    private final Task task;
    WaitQueue queue;
    Waiter next;
    Waiter previous;

    /** A waiter of the current task. */
    public Waiter() {
        this(Task.current());
    }

    /**
     * A waiter of a task.
     *
     * @param task unparked by {@link #wake()}; null for none, if a subclass wakes something else
     */
    public Waiter(Task task) {
        this.task = task;
    }

    /**
     * Called by the queue, in atomic context: unparks the task. Must not allocate, block, or touch wait queues' membership. What it
     * throws is reported, and nobody's failure but its own.
     */
    @NoAllocation
    @NoBlocking
    protected void wake() {
        unparkTask();
    }

    /** A copy would have the places of its neighbours. */
    @Override
    protected final Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException("a waiter has one place");
    }

    final void unparkTask() {
        if (task != null) {
            task.unpark();
        }
    }
}
