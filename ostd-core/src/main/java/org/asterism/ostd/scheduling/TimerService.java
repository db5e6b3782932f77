package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.failure.FailureWatch;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.Timers;
import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.time.DeadlineHeap;
import org.asterism.ostd.time.Timer;
import org.asterism.ostd.time.TimerCallback;

/** The API's clock and timers; also ends the waits of tasks. */
public final class TimerService implements Timers {
    private static final long LEAST_INTERVAL_NANOS = 50_000;

    private final TaskSwitcher switcher;
    private final Processor processor;
    private final FailureWatch watch;
    private final DeadlineHeap heap = new DeadlineHeap();
    /** When a timer that a callback arms comes first: later than the callbacks that are called now, or they would never be done. */
    private long earliest;

    /**
     * Timers of a machine.
     *
     * @param switcher  whose lock guards them
     * @param processor with clock and alarm
     * @param watch     told when a callback fails
     */
    public TimerService(TaskSwitcher switcher, Processor processor, FailureWatch watch) {
        this.watch = watch;
        this.switcher = switcher;
        this.processor = processor;
    }

    @Override
    public long monotonicNanos() {
        return processor.monotonicNanos();
    }

    @Override
    public Object newState(Timer timer) {
        return new TimerNode(null, timer);
    }

    @Override
    public void arm(Timer timer, long deadlineNanos) {
        switcher.lock().lock();
        try {
            armLocked(nodeOf(timer), deadlineNanos);
        } finally {
            switcher.lock().unlock();
        }
    }

    @Override
    public boolean cancel(Timer timer) {
        return disarm(nodeOf(timer));
    }

    void armLocked(TimerNode node, long deadlineNanos) {
        long deadline = Math.max(deadlineNanos, earliest);
        heap.arm(node, deadline);
        switcher.alarm().request(deadline);
    }

    boolean disarm(TimerNode node) {
        switcher.lock().lock();
        try {
            return heap.cancel(node);
        } finally {
            switcher.lock().unlock();
        }
    }

    /** Ends waits and calls timers whose time has come, and asks for the next interrupt. Called in atomic context, without the lock. */
    void expire() {
        Preemption.disable();
        try {
            long now = processor.monotonicNanos();
            earliest = now + LEAST_INTERVAL_NANOS;
            TimerNode node = nextExpired(now);
            while (node != null) {
                call(node.timer.callback(), now);
                node = nextExpired(now);
            }
            earliest = 0;
            switcher.tick(now);
            switcher.lock().lock();
            switcher.alarm().rang();
            switcher.alarm().request(Math.min(heap.earliest(), switcher.sliceEnd()));
            switcher.lock().unlock();
        } finally {
            Preemption.enable();
        }
    }

    /** A callback that throws has its locks released and is not called again until it is armed again. */
    private void call(TimerCallback callback, long now) {
        long before = HeldLocks.mark(Ostd.machine());
        try {
            callback.expired(now);
        } catch (Throwable failure) {
            watch.report("the callback of a timer", failure);
        }
        HeldLocks.releaseSince(Ostd.machine(), before);
    }

    /** Wakes tasks up to the first expired timer, which it returns; null if there is none. */
    private TimerNode nextExpired(long now) {
        switcher.lock().lock();
        try {
            TimerNode node = (TimerNode) heap.takeExpired(now);
            while (node != null && node.task != null) {
                switcher.expire(node.task);
                node = (TimerNode) heap.takeExpired(now);
            }
            return node;
        } finally {
            switcher.lock().unlock();
        }
    }

    private static TimerNode nodeOf(Timer timer) {
        return (TimerNode) timer.machineState(Ostd.machine());
    }
}
