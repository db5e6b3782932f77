package org.asterism.kernel.process;

/**
 * What a thread asks of whatever policy schedules it; the {@link org.asterism.ostd.task.Task#policyState() policy state} of its task. The kernel's own
 * tasks have none. A policy reads them in atomic context; they change at any time.
 */
public interface SchedulingWishes {
    /**
     * The niceness.
     *
     * @return from −20, the most urgent, to 19
     */
    int niceness();

    /**
     * The real-time priority.
     *
     * @return from 1 to 99; 0 for fair policies
     */
    int realTimePriority();
}
