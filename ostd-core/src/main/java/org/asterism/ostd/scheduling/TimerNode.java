package org.asterism.ostd.scheduling;

import org.asterism.ostd.time.Deadline;
import org.asterism.ostd.time.Timer;

/** An entry of the heap of deadlines: a task's park deadline, or a timer. Guarded by the scheduler lock. */
final class TimerNode extends Deadline {
    /** Unparked at the deadline; null for a timer. */
    final TaskState task;
    /** Called at the deadline; null for a task. */
    final Timer timer;

    TimerNode(TaskState task, Timer timer) {
        this.task = task;
        this.timer = timer;
    }
}
