package org.asterism.ostd.host;

import java.util.concurrent.Semaphore;
import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.task.Task;

/** What the simulated machine keeps for a task. Guarded by the baton. */
final class HostTask {
    /** Where a task is in its life. */
    enum State {
        /** In the run queue. */
        RUNNABLE,
        /** Holds the baton. */
        RUNNING,
        /** Waits for its permit. */
        PARKED,
        /** Its body returned. */
        ENDED
    }

    final Task task;
    final Semaphore baton = new Semaphore(0);
    /** The JVM thread that runs the body; null until it is first picked. */
    Thread thread;
    State state = State.RUNNABLE;
    boolean permit;
    boolean killed;
    int preemptionDepth;
    boolean rescheduleDue;
    boolean eventRaised;
    boolean inUserMode;
    long deadlineNanos = Task.NO_DEADLINE;
    long userNanos;
    long systemNanos;
    private AddressSpace activeSpace;

    HostTask(Task task) {
        this.task = task;
    }

    /** The space that user memory means for this task; null for none. */
    AddressSpace activeSpace() {
        return activeSpace;
    }

    /** Changes the space; the one in use cannot be closed. */
    void activate(AddressSpace space) {
        if (space != null) {
            space.enter();
        }
        if (activeSpace != null) {
            activeSpace.leave();
        }
        activeSpace = space;
    }
}
