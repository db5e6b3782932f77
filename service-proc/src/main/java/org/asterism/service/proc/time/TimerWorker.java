package org.asterism.service.proc.time;

import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A kernel task that does what timers are for, as their callbacks themselves may neither allocate nor sleep. */
@Component(service = TimerWorker.class)
public final class TimerWorker {
    private final SpinLock lock = new SpinLock();
    private final Task task;
    private DeferredTimer first;
    private DeferredTimer last;

    /** Starts the task. */
    @Activate
    public TimerWorker() {
        task = TaskOptions.of(this::run).name("timers").spawn();
    }

    /** Queues the action of a timer; called in atomic context. */
    void queue(DeferredTimer timer) {
        try (var held = lock.lock()) {
            if (timer.queued) {
                return;
            }
            timer.queued = true;
            timer.next = null;
            if (last == null) {
                first = timer;
            } else {
                last.next = timer;
            }
            last = timer;
        }
        task.unpark();
    }

    private DeferredTimer take() {
        try (var held = lock.lock()) {
            DeferredTimer timer = first;
            if (timer != null) {
                first = timer.next;
                if (first == null) {
                    last = null;
                }
                timer.next = null;
                timer.queued = false;
            }
            return timer;
        }
    }

    /** A timer that found no memory for its signal is late, not lost: its next expiry tells both. */
    private static void runAction(DeferredTimer timer) {
        try {
            timer.runAction();
        } catch (OutOfMemoryError exhausted) {
            Log.warning("out of memory: a timer's expiry was dropped");
        } catch (RuntimeException | Error failure) {
            FailureReport.contain("the action of a timer", failure);
        }
    }

    private void run() {
        while (true) {
            for (DeferredTimer timer = take(); timer != null; timer = take()) {
                runAction(timer);
            }
            Task.park();
        }
    }
}
