package org.asterism.ostd.task;

import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.spi.Ostd;

/**
 * A scheduling policy: which runnable task runs next.
 *
 * <p>Every method is called in atomic context, with the run queue locked by OSTD: it must not allocate, block, or call back
 * into tasks. The queue can be linked through {@link Task#queueNext()}, so no collection is needed. OSTD checks the
 * results: a task that is not runnable is never run, whatever the policy returns.
 */
public interface Scheduler {
    /** Why a task becomes runnable. */
    enum Reason {
        /** It was just started. */
        SPAWNED,
        /** It was unparked. */
        WOKEN,
        /** It gave way by {@link Task#yieldNow()}. */
        YIELDED,
        /** Its time was over or a better one came. */
        PREEMPTED
    }

    /**
     * Takes a runnable task into the queue.
     *
     * @param task not in the queue
     * @param reason why
     */
    @InterruptSafe
    void enqueue(Task task, Reason reason);

    /**
     * Picks the next task and takes it out of the queue.
     *
     * @return null if no task is runnable
     */
    @InterruptSafe
    Task next();

    /**
     * Tells whether a task that became runnable should take the processor at once.
     *
     * @param woken in the queue
     * @param running on the processor
     * @return whether to preempt
     */
    @InterruptSafe
    boolean preempts(Task woken, Task running);

    /**
     * Accounts a timer tick.
     *
     * @param running on the processor
     * @param ranNanos time it ran since it was picked
     * @return whether to preempt, if another task is runnable
     */
    @InterruptSafe
    boolean tick(Task running, long ranNanos);

    /**
     * Installs a policy; all runnable tasks are handed over by {@link #enqueue}.
     *
     * @param scheduler from now on
     */
    static void install(Scheduler scheduler) {
        Ostd.machine().tasks().install(scheduler);
    }
}
