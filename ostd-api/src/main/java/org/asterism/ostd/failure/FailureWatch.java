package org.asterism.ostd.failure;

import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;

/**
 * Reports failures from where no report can be made: a task waits for them. If several come at once, the first is told in full and the others
 * are counted.
 */
public final class FailureWatch {
    private final Task task = TaskOptions.of(this::run).name("failures").build();
    private volatile Throwable pending;
    private String where;
    private int more;

    /** A watch whose task does not run yet. */
    public FailureWatch() {
    }

    /** Starts the task. */
    public void start() {
        TaskOptions.start(task);
    }

    /**
     * Has a failure reported. Legal in atomic context, one caller at a time; allocates nothing.
     *
     * @param what failed, a literal
     * @param failure what came out of it
     */
    public void report(String what, Throwable failure) {
        note(what, failure);
        task.unpark();
    }

    /**
     * Like {@link #report}, for the scheduler, which wakes the task by itself.
     *
     * @param what failed, a literal
     * @param failure what came out of it
     */
    public void note(String what, Throwable failure) {
        if (pending == null) {
            where = what;
            pending = failure;
        } else {
            more++;
        }
    }

    /**
     * The task that writes the reports.
     *
     * @return never null
     */
    public Task task() {
        return task;
    }

    private void run() {
        while (true) {
            Throwable failure = pending;
            if (failure == null) {
                Task.park();
                continue;
            }
            int others = more;
            FailureReport.contain(where, failure, others == 0 ? "" : others + " more failures meanwhile");
            more -= others;
            pending = null;
        }
    }
}
