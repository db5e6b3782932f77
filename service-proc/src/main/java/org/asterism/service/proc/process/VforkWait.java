package org.asterism.service.proc.process;

import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;

/** A parent that waits until its child by vfork(2) needs the shared memory no longer. */
public final class VforkWait {
    private final WaitQueue queue = new WaitQueue();
    private volatile boolean done;

    /** Nothing has happened yet. */
    public VforkWait() {
    }

    /** The child runs a program of its own, or has ended. */
    public void complete() {
        done = true;
        queue.wakeAll();
    }

    /**
     * Waits; only the end of the waiting process interrupts it.
     *
     * @param parent the current thread
     */
    public void await(ProgramThread parent) {
        parent.setUninterruptible(true);
        queue.await(() -> done, parent::isEnding, Task.NO_DEADLINE);
        parent.setUninterruptible(false);
    }
}
