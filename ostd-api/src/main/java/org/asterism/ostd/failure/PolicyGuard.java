package org.asterism.ostd.failure;

import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.spi.BrokenPromise;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;

/**
 * The scheduling policy as long as it works: one that throws is replaced by first come, first served, which takes over every runnable
 * task. Called with the scheduler lock held.
 */
public final class PolicyGuard implements Scheduler {
    /** The tasks of the machine whose policy is guarded. Both methods are called with the scheduler lock held. */
    public interface Tasks {
        /**
         * Gives every runnable task to a policy.
         *
         * @param policy that has none
         */
        void handOver(Scheduler policy);

        /**
         * Unparks a task.
         *
         * @param task any
         */
        void wake(Task task);
    }

    private final FailureWatch watch;
    private final Tasks tasks;
    private final Scheduler fallback;
    private final Throwable lie;
    private Scheduler policy;

    /**
     * Guards a policy.
     *
     * @param watch told when it fails
     * @param tasks of the machine
     * @param policy to guard
     * @param fallback takes over when it fails; has no tasks
     */
    public PolicyGuard(FailureWatch watch, Tasks tasks, Scheduler policy, Scheduler fallback) {
        this.watch = watch;
        this.tasks = tasks;
        this.policy = policy;
        this.lie = new BrokenPromise(policy, "named no task that can run, though there is one");
        this.fallback = fallback;
    }

    @Override
    @BoundedRecursion(times = 2, because = "a guard stands before one policy, and the one that replaces it does not fail")
    public void enqueue(Task task, Reason reason) {
        try {
            policy.enqueue(task, reason);
        } catch (Throwable failure) {
            replace(failure);
        }
    }

    @Override
    @BoundedRecursion(times = 2, because = "a guard stands before one policy, and the one that replaces it does not fail")
    public Task next() {
        try {
            return policy.next();
        } catch (Throwable failure) {
            replace(failure);
            return fallback.next();
        }
    }

    /**
     * Picks a task after {@link #next()} named none that can run, although there is one: that policy is replaced.
     *
     * @return null if the one that replaces it has none either
     */
    @BoundedRecursion(times = 2, because = "a guard stands before one policy, and the one that replaces it does not fail")
    public Task nextInstead() {
        if (policy != fallback) {
            replace(lie);
        }
        return fallback.next();
    }

    @Override
    @BoundedRecursion(times = 2, because = "a guard stands before one policy, and the one that replaces it does not fail")
    public boolean preempts(Task woken, Task running) {
        try {
            return policy.preempts(woken, running);
        } catch (Throwable failure) {
            replace(failure);
            return false;
        }
    }

    @Override
    @BoundedRecursion(times = 2, because = "a guard stands before one policy, and the one that replaces it does not fail")
    public boolean tick(Task running, long ranNanos) {
        try {
            return policy.tick(running, ranNanos);
        } catch (Throwable failure) {
            replace(failure);
            return true;
        }
    }

    @BoundedRecursion(times = 1, because = "a guard stands before one policy, and the one that replaces it does not fail")
    private void replace(Throwable failure) {
        policy = fallback;
        tasks.handOver(fallback);
        watch.note("the scheduling policy, which is replaced by first come, first served", failure);
        tasks.wake(watch.task());
    }
}
