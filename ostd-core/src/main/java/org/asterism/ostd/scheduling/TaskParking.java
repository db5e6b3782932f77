package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.PreemptionOn;
import org.asterism.ostd.unsafe.ThreadArea;

/** How the language runtime makes tasks wait. */
public final class TaskParking extends Parking {
    private final TaskService tasks;
    private final DeferredWork deferred;
    private final Processor processor;

    /**
     * Parking over tasks.
     *
     * @param tasks     to park
     * @param deferred  done when preemption is on again
     * @param processor with the clock
     */
    public TaskParking(TaskService tasks, DeferredWork deferred, Processor processor) {
        this.tasks = tasks;
        this.deferred = deferred;
        this.processor = processor;
    }

    @Override
    public void park(long timeoutNanos) {
        long now = processor.monotonicNanos();
        long deadline = now + timeoutNanos;
        tasks.park(deadline < now ? Long.MAX_VALUE : deadline, TaskState.RUNTIME_PERMIT);
    }

    @Override
    public void unpark(long threadArea) {
        TaskState state = ObjectReference.fromAddress(Address.loadLong(threadArea + ThreadArea.TASK));
        tasks.unpark(state, TaskState.RUNTIME_PERMIT);
    }

    @Override
    @PreemptionOn
    public void preempt() {
        deferred.run();
    }

    @Override
    public long nanoTime() {
        return processor.monotonicNanos();
    }
}
