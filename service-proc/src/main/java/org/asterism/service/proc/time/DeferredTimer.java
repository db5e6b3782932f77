package org.asterism.service.proc.time;

import org.asterism.ostd.time.Timer;

/** A timer whose action runs in the {@link TimerWorker}'s task. It may run once more after {@link #cancel()}. */
final class DeferredTimer {
    private final Action action;
    private final Timer timer;
    /** Guarded by the worker's lock. */
    boolean queued;
    /** Guarded by the worker's lock. */
    DeferredTimer next;

    /** What a timer does; not a {@link Runnable}, for those may be whole tasks, and the bound of this stack would count them. */
    @FunctionalInterface
    interface Action {
        void expire();
    }

    DeferredTimer(TimerWorker worker, Action action) {
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
        action.expire();
    }
}
