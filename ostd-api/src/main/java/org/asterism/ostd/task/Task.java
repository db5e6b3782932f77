package org.asterism.ostd.task;

import java.util.Arrays;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.Tasks;

/**
 * A kernel thread of control with its own stack.
 *
 * <p>A task ends when its body returns; a throwable that escapes the body is logged with its stack trace.
 */
public final class Task {
    /** A deadline that never comes. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    private static final int FIRST_LOCALS = 16;

    private final String name;
    private final Runnable body;
    private volatile Object data;
    private volatile Object machineState;
    private Object policyState;
    private Task queueNext;
    private Task queuePrevious;
    /** Keys and values of {@link TaskLocal}, in turn; used by this task alone. */
    private Object[] locals = new Object[FIRST_LOCALS];
    private int localCount;
    /** The lock it took last and still holds; written by the task itself. */
    HeldLock newestLock;
    /** How many there are; written by the task itself. */
    int heldLocks;
    /** How many it has ever taken; written by the task itself. */
    long takenLocks;
    /** How often it has turned preemption off and not on again, locks and OSTD apart; written by the task itself. */
    int preemptionGuards;

    Task(String name, Runnable body, Object data) {
        this.name = name;
        this.body = body;
        this.data = data;
    }

    /**
     * The running task.
     *
     * @return never null
     */
    public static Task current() {
        return tasks().current();
    }

    /**
     * Blocks until {@link #unpark()} has given the permit, and consumes it. May return spuriously: call it in a loop that
     * checks its condition.
     *
     * @throws IllegalStateException with preemption off
     */
    public static void park() {
        tasks().park(NO_DEADLINE);
    }

    /**
     * Like {@link #park()}, until a deadline at the latest.
     *
     * @param deadlineNanos monotonic nanoseconds, {@link #NO_DEADLINE} for none
     * @throws IllegalStateException with preemption off
     */
    public static void parkUntil(long deadlineNanos) {
        tasks().park(deadlineNanos);
    }

    /** Gives this task its permit, waking it if it is parked. Legal in atomic context. */
    public void unpark() {
        tasks().unpark(this);
    }

    /** Lets other runnable tasks run. */
    public static void yieldNow() {
        tasks().yield();
    }

    /** Makes {@link org.asterism.ostd.user.UserMode#execute} of this task return with an event, soon. Legal in atomic context. */
    public void raiseEvent() {
        tasks().raiseEvent(this);
    }

    /**
     * The most that any kernel stack in use has ever held, interrupts included.
     *
     * @return bytes; 0 where stacks are not the machine's own
     */
    public static int deepestStackBytes() {
        return tasks().deepestStackBytes();
    }

    /**
     * What the owner attached.
     *
     * @return null if nothing
     */
    public Object data() {
        return data;
    }

    /**
     * How many locks of OSTD it holds; tells whether somebody who was called has left one behind.
     *
     * @return 0 for none; of another task it may be out of date
     */
    public int heldLocks() {
        return heldLocks;
    }

    /**
     * Attaches an object. Others look up there for whom the task works, so only the machine changes it.
     *
     * @param attached null for nothing
     */
    void attach(Object attached) {
        data = attached;
    }

    /**
     * The name, for logs and stack traces.
     *
     * @return never null
     */
    public String name() {
        return name;
    }

    /**
     * Processor time spent in user mode.
     *
     * @return nanoseconds
     */
    public long userTimeNanos() {
        return tasks().cpuTimeNanos(this, true);
    }

    /**
     * Processor time spent in the kernel.
     *
     * @return nanoseconds
     */
    public long systemTimeNanos() {
        return tasks().cpuTimeNanos(this, false);
    }

    /**
     * The scheduling policy's own state of this task.
     *
     * @return null until the policy sets one
     */
    public Object policyState() {
        return policyState;
    }

    /**
     * Sets the scheduling policy's own state; for {@link Scheduler} implementations.
     *
     * @param state anything
     * @throws IllegalStateException outside the methods of the policy in force
     */
    public void setPolicyState(Object state) {
        checkInPolicy();
        policyState = state;
    }

    /** The first state, before the task starts. */
    void beginWithPolicyState(Object state) {
        policyState = state;
    }

    /** The run queue is made of tasks that anybody may hold: who changed it from outside would lose tasks, or make a ring of it. */
    private static void checkInPolicy() {
        if (!tasks().isInPolicy()) {
            throw new IllegalStateException("the run queue is for the scheduling policy, in the methods that OSTD calls");
        }
    }

    /**
     * Next task in the run queue of the policy; for {@link Scheduler} implementations.
     *
     * @return null at the end
     */
    public Task queueNext() {
        return queueNext;
    }

    /**
     * Links the next task.
     *
     * @param task null at the end
     * @throws IllegalStateException outside the methods of the policy in force
     */
    public void setQueueNext(Task task) {
        checkInPolicy();
        queueNext = task;
    }

    /**
     * Previous task in the run queue of the policy; for {@link Scheduler} implementations.
     *
     * @return null at the beginning
     */
    public Task queuePrevious() {
        return queuePrevious;
    }

    /**
     * Links the previous task.
     *
     * @param task null at the beginning
     * @throws IllegalStateException outside the methods of the policy in force
     */
    public void setQueuePrevious(Task task) {
        checkInPolicy();
        queuePrevious = task;
    }

    /** The value of a task-local object, null if it was not made. There are few: a search is as quick as anything. */
    Object local(TaskLocal<?> key) {
        for (int i = 0; i < localCount; i += 2) {
            if (locals[i] == key) {
                return locals[i + 1];
            }
        }
        return null;
    }

    void setLocal(TaskLocal<?> key, Object value) {
        if (localCount == locals.length) {
            locals = Arrays.copyOf(locals, 2 * localCount);
        }
        locals[localCount + 1] = value;
        locals[localCount] = key;
        localCount += 2;
    }

    /**
     * The body, for the machine that starts this task.
     *
     * @return never null
     */
    Runnable body() {
        return body;
    }

    Object machineState() {
        return machineState;
    }

    void setMachineState(Object state) {
        machineState = state;
    }

    @Override
    public String toString() {
        return "task " + name;
    }

    static Tasks tasks() {
        return Ostd.machine().tasks();
    }
}
