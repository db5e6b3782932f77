package org.asterism.ostd.scheduling;

import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.task.Task;

/** What the machine keeps for a task. Guarded by the scheduler lock unless said otherwise. */
public final class TaskState {
    /** Not running and not in a queue: parked, or not started. */
    static final int PARKED = 0;
    /** In the queue of the policy. */
    static final int RUNNABLE = 1;
    /** On a processor. */
    static final int RUNNING = 2;
    /** Ended. */
    static final int DEAD = 3;

    /** Permit of {@code Task.park}. */
    static final int TASK_PERMIT = 1;
    /** Permit of the language runtime: monitors, {@code LockSupport}. Its own, so that neither takes the other's. */
    static final int RUNTIME_PERMIT = 2;

    final Task task;
    /** Address of the thread area; constant from start to end. */
    long area;
    /** Number of the stack slot, 0 for the boot stack. */
    int stack;
    int state = PARKED;
    /** Permits given and not taken. */
    int permits = TASK_PERMIT | RUNTIME_PERMIT;
    /** The permit a parked task waits for. */
    int parkedFor;
    /** Fires at the deadline of a park. */
    final TimerNode deadline = new TimerNode(this, null);
    /** Asks user mode to return; set by anyone, cleared by the task. At first as well: who raised one before the start is heard. */
    volatile boolean event = true;
    /** The active address space; changed by the task alone, with preemption off. */
    AddressSpace space;
    /** The user image whose registers are on the processor; null if none. Changed with preemption off. */
    Object loaded;
    /** When the task got the processor. */
    long runningSince;
    /** Time on the processor before {@link #runningSince}. */
    long ranNanos;
    /** Time in user mode, in ticks; written by the task alone. */
    long userTicks;
    private boolean abandoned;
    TaskState next;
    TaskState previous;

    TaskState(Task task) {
        this.task = task;
    }

    /**
     * Tells whether the task has an address space.
     *
     * @return whether one is active
     */
    public boolean hasSpace() {
        return space != null;
    }

    /**
     * Tells whether user mode should return, and forgets it. Called by the task itself.
     *
     * @return whether an event was raised
     */
    public boolean takeEvent() {
        boolean raised = event;
        if (raised) {
            event = false;
        }
        return raised;
    }

    /**
     * The user image whose registers are on the processor.
     *
     * @return null if none
     */
    public Object loaded() {
        return loaded;
    }

    /**
     * Tells which user image is on the processor. Called by the task itself, with preemption or interrupts off.
     *
     * @param image null for none
     */
    public void setLoaded(Object image) {
        loaded = image;
    }

    /**
     * Accounts time in user mode. Called by the task itself.
     *
     * @param ticks that passed there
     */
    public void addUserTicks(long ticks) {
        userTicks += ticks;
    }

    /**
     * What is attached to the task.
     *
     * @return null if nothing
     */
    public Object attached() {
        return task.data();
    }

    /**
     * What is attached to the task, for whoever ends it after a fault. Called by the task itself.
     *
     * @return null if nothing, or if this is not the first fault
     */
    public Object beginAbandoning() {
        boolean again = abandoned;
        abandoned = true;
        return again ? null : task.data();
    }
}
