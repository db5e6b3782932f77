package org.asterism.ostd.host;

import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;

/** The policy until a test installs another: a queue, no preemption. */
final class FirstInFirstOut implements Scheduler {
    private Task first;
    private Task last;

    @Override
    public void enqueue(Task task, Reason reason) {
        task.setQueueNext(null);
        if (first == null) {
            first = task;
        } else {
            last.setQueueNext(task);
        }
        last = task;
    }

    @Override
    public Task next() {
        Task picked = first;
        if (picked != null) {
            first = picked.queueNext();
            picked.setQueueNext(null);
        }
        return picked;
    }

    @Override
    public boolean preempts(Task woken, Task running) {
        return false;
    }

    @Override
    public boolean tick(Task running, long ranNanos) {
        return true;
    }
}
