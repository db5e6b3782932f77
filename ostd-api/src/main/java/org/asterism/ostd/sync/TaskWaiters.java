package org.asterism.ostd.sync;

import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.task.TaskLocal;

/**
 * The waiters of one task that are in no queue. A task needs one for each wait it is inside of: a condition may wait for a lock while the
 * task is queued for what the condition is about.
 */
final class TaskWaiters {
    private static final TaskLocal<TaskWaiters> OWN = new TaskLocal<>(TaskWaiters::new);

    /** Linked by {@code next}, which queues use as well. */
    private Waiter free;

    private TaskWaiters() {
        give(new Waiter());
        give(new Waiter());
    }

    /** The waiters of the running task. */
    static TaskWaiters own() {
        return OWN.get();
    }

    Waiter take() {
        Waiter waiter = free == null ? another() : free;
        free = waiter.next;
        waiter.next = null;
        return waiter;
    }

    void give(Waiter waiter) {
        waiter.next = free;
        free = waiter;
    }

    @SlowPath("a task waits inside more waits than it ever did before; the waiter is kept until the task ends")
    private static Waiter another() {
        try (var assured = Allocation.assured()) {
            return new Waiter();
        }
    }
}
