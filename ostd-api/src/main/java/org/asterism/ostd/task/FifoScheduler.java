package org.asterism.ostd.task;

/** The policy of a machine until a service installs another: first come, first served, with equal time slices. */
public final class FifoScheduler implements Scheduler {
    private Task first;
    private Task last;

    /** An empty queue. */
    public FifoScheduler() {
    }

    @Override
    public void enqueue(Task task, Reason reason) {
        task.setQueueNext(null);
        if (last == null) {
            first = task;
        } else {
            last.setQueueNext(task);
        }
        last = task;
    }

    @Override
    public Task next() {
        Task task = first;
        if (task != null) {
            first = task.queueNext();
            if (first == null) {
                last = null;
            }
            task.setQueueNext(null);
        }
        return task;
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
