package org.asterism.service.proc.time;

import org.asterism.ostd.time.Timer;

/** A timer whose action runs in the {@link TimerWorker}'s task. It may run once more after {@link #cancel()}. */
final class DeferredTimer {
    private final Runnable action;
    private final Timer timer;
    /** Guarded by the worker's lock. */
    boolean queued;
    /** Guarded by the worker's lock. */
    DeferredTimer next;

    DeferredTimer(TimerWorker worker, Runnable action) {
        this.action = action;
        this.timer = new Timer(now -> worker.queue(this));
    }

    void arm(long deadlineNanos) {
        timer.arm(deadlineNanos);
    }

    void cancel() {
        timer.cancel();
    }

    void runAction() {
        action.run();
    }
}
