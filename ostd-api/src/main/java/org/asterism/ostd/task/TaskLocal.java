package org.asterism.ostd.task;

import java.util.function.Supplier;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.Allocation;

/**
 * An object that every task has for itself, made when the task first asks: buffers and cursors that calls would otherwise make each time.
 * Only the task that owns a value sees it, so it needs no lock; whoever uses it must be done before the same task uses it again.
 *
 * @param <T> of the object
 */
public final class TaskLocal<T> {
    private final Supplier<T> maker;

    /**
     * A kind of object.
     *
     * @param maker makes one, in the task it will belong to
     */
    public TaskLocal(Supplier<T> maker) {
        this.maker = maker;
    }

    /**
     * The object of the running task.
     *
     * @return never null
     */
    @SuppressWarnings("unchecked") // a task keeps under this key only what this maker made
    public T get() {
        Task task = Task.current();
        Object value = task.local(this);
        return value != null ? (T) value : make(task);
    }

    @SlowPath("the first use in a task makes the task's own object, which is kept until the task ends")
    private T make(Task task) {
        // asked for in the middle of operations, and once a task: not for want of memory is one to fail
        try (var assured = Allocation.assured()) {
            T value = maker.get();
            task.setLocal(this, value);
            return value;
        }
    }
}
