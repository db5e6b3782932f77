package org.asterism.ostd.scheduling;

import org.asterism.ostd.time.Timer;

/** An entry of the timer heap: a task's park deadline, or a timer. Guarded by the scheduler lock. */
final class TimerNode {
    /** Unparked at the deadline; null for a timer. */
    final TaskState task;
    /** Called at the deadline; null for a task. */
    final Timer timer;
    long deadlineNanos;
    boolean armed;
    TimerNode child;
    TimerNode sibling;
    /** The previous sibling, or the parent of a first child. */
    TimerNode before;

    TimerNode(TaskState task, Timer timer) {
        this.task = task;
        this.timer = timer;
    }
}
