package org.asterism.kernel.process;

import org.asterism.ostd.effect.InterruptSafe;

/** Who waits for the processor: a service of whatever policy is installed as {@link org.asterism.ostd.task.Scheduler}. */
public interface RunQueue {
    /**
     * Threads and kernel tasks that run or want to.
     *
     * @return a snapshot
     */
    @InterruptSafe
    int runnable();
}
