package org.asterism.ostd.spi;

import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;

/** Tasks below the API: stacks, switching, parking, preemption. */
public interface Tasks {
    /**
     * The running task.
     *
     * @return never null after boot
     */
    Task current();

    /**
     * Makes what the machine keeps for a task (stack, saved registers) and puts the task on the run queue.
     *
     * @param task new, not started
     * @throws OutOfMemoryError when there is no memory for its stack
     */
    void start(Task task);

    /**
     * Blocks the current task until its permit is there or a deadline passes; consumes the permit. May return spuriously.
     *
     * @param deadlineNanos monotonic nanoseconds, {@link Long#MAX_VALUE} for none
     * @throws IllegalStateException with preemption off
     */
    void park(long deadlineNanos);

    /**
     * Gives a task its permit, waking it if it is parked. Legal in atomic context.
     *
     * @param task any task
     */
    void unpark(Task task);

    /** Lets others run. */
    void yield();

    /** Turns preemption off for the current task; nests. */
    void disablePreemption();

    /** Undoes one {@link #disablePreemption()}; reschedules if that is due and this was the last. */
    void enablePreemption();

    /**
     * Tells whether the current task may not be preempted or sleep.
     *
     * @return whether preemption is off
     */
    boolean isAtomic();

    /**
     * Asks that user mode of a task returns with an event. Legal in atomic context.
     *
     * @param task any task
     */
    void raiseEvent(Task task);

    /**
     * Processor time of a task.
     *
     * @param task any task
     * @param user true for time in user mode, false for time in the kernel
     * @return nanoseconds
     */
    long cpuTimeNanos(Task task, boolean user);

    /**
     * Tells whether the scheduling policy in force is being asked: it alone changes the run queue.
     *
     * @return whether the caller is called by it
     */
    default boolean isInPolicy() {
        return true;
    }

    /**
     * Has a failure reported soon. Called in atomic context; allocates nothing.
     *
     * @param what failed, a literal
     * @param failure what came out of it
     */
    void report(String what, Throwable failure);

    /**
     * Installs a scheduling policy and hands over all runnable tasks.
     *
     * @param scheduler the policy from now on
     */
    void install(Scheduler scheduler);

    /**
     * Nanoseconds that the processors were idle, summed.
     *
     * @return from boot on
     */
    long idleNanos();

    /**
     * Context switches from boot on.
     *
     * @return a count
     */
    long switches();

    /**
     * The most that any kernel stack in use has ever held.
     *
     * @return bytes; 0 where stacks are not the machine's own
     */
    int deepestStackBytes();
}
