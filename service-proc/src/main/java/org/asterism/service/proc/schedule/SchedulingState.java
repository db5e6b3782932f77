package org.asterism.service.proc.schedule;

import org.asterism.kernel.process.SchedulingWishes;
import org.asterism.ostd.task.Task;

/**
 * A thread's part in scheduling, kept as its task's policy state. The queue's fields are guarded by OSTD's run queue lock;
 * the wishes (niceness, policy) are volatile and take effect when the thread is queued next.
 */
public final class SchedulingState implements SchedulingWishes {
    /** Policy of sched_setscheduler(2): fair. */
    public static final int OTHER = 0;
    /** Policy: real time, until it blocks. */
    public static final int FIFO = 1;
    /** Policy: real time in turns. */
    public static final int ROUND_ROBIN = 2;
    /** Policy: fair, for work that nobody waits for. */
    public static final int BATCH = 3;
    /** Policy: fair, with the least weight. */
    public static final int IDLE = 5;

    /** Weight of niceness 0. */
    static final int NORMAL_WEIGHT = 1024;
    /** More than the credit of a thread that wakes. */
    private static final long ENDING_CREDIT_NANOS = 12_000_000;
    private static final int IDLE_WEIGHT = 3;
    private static final int LOWEST_NICENESS = -20;
    /** Each step of niceness is a quarter more or less. Source: the same table as Linux's sched_prio_to_weight. */
    private static final int[] WEIGHTS = {88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916, 9548, 7620,
        6100, 4904, 3906, 3121, 2501, 1991, 1586, 1277, 1024, 820, 655, 526, 423, 335, 272, 215, 172, 137, 110, 87, 70, 56,
        45, 36, 29, 23, 18, 15};

    private volatile int niceness;
    private volatile int policy;
    private volatile int realTimePriority;
    private volatile int ioPriority;

    /** Weighted nanoseconds it has run. */
    long virtualRuntime;
    /** The queue's own copies of the wishes, so that the order does not change under it. */
    int queuedPriority;
    boolean queued;
    boolean running;

    /**
     * A fair share.
     *
     * @param niceness from −20 to 19
     */
    public SchedulingState(int niceness) {
        this.niceness = niceness;
    }

    /**
     * The state of a new thread, which inherits the wishes and has run as much.
     *
     * @return independent of this
     */
    public SchedulingState copy() {
        SchedulingState made = new SchedulingState(niceness);
        made.policy = policy;
        made.realTimePriority = realTimePriority;
        made.ioPriority = ioPriority;
        made.virtualRuntime = virtualRuntime;
        return made;
    }

    /**
     * The state of a task.
     *
     * @param task any task
     * @return null for the kernel's own tasks
     */
    static SchedulingState of(Task task) {
        return task.policyState() instanceof SchedulingState state ? state : null;
    }

    /**
     * Lets the running thread, which is about to end, do so before those it wakes on the way take the processor: whoever sees
     * its files closed expects its SIGCHLD at once, not in the middle of what he does next.
     */
    public void hurry() {
        virtualRuntime -= ENDING_CREDIT_NANOS;
    }

    /**
     * Tells whether the thread runs or wants to.
     *
     * @return a snapshot
     */
    public boolean isRunnable() {
        return queued || running;
    }

    @Override
    public int niceness() {
        return niceness;
    }

    /**
     * Sets the niceness.
     *
     * @param value from −20 to 19
     */
    public void setNiceness(int value) {
        niceness = value;
    }

    /**
     * The policy.
     *
     * @return {@link #OTHER} and the like
     */
    public int policy() {
        return policy;
    }

    @Override
    public int realTimePriority() {
        return realTimePriority;
    }

    /**
     * Sets the policy.
     *
     * @param newPolicy {@link #OTHER} and the like
     * @param newPriority from 1 to 99 for real-time policies, else 0
     */
    public void setPolicy(int newPolicy, int newPriority) {
        realTimePriority = newPriority;
        policy = newPolicy;
    }

    /**
     * The class and level of its input and output.
     *
     * @return as ioprio_get(2), 0 unless set
     */
    public int ioPriority() {
        return ioPriority;
    }

    /**
     * Sets the class and level of its input and output.
     *
     * @param value as ioprio_set(2)
     */
    public void setIoPriority(int value) {
        ioPriority = value;
    }

    int weight() {
        return policy == IDLE ? IDLE_WEIGHT : WEIGHTS[niceness - LOWEST_NICENESS];
    }
}
