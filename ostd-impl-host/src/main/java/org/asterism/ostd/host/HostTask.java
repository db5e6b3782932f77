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
        /** A guest that is in no call. */
        OUTSIDE,
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
    /** Whether its thread comes from outside the machine, and is a task only while it calls OSTD. */
    boolean guest;
    /** Calls of OSTD that a guest is in, one inside the other. */
    int callDepth;
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
