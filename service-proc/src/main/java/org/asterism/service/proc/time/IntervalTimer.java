package org.asterism.service.proc.time;

import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.time.Clock;

/**
 * A timer on any clock that may repeat. When monotonic time says so it looks at its clock; a clock of processor time may have
 * moved less, then it waits again.
 */
public final class IntervalTimer {
    /** Between two looks at a clock that stands still. */
    private static final long SHORTEST_WAIT_NANOS = 1_000_000;

    private final TimerClock clock;
    private final Expiry expiry;
    private final DeferredTimer timer;
    private final SpinLock lock = new SpinLock();
    private long deadline;
    private long interval;

    /** What happens at expiry. */
    @FunctionalInterface
    public interface Expiry {
        /**
         * The timer expired.
         *
         * @param times how often since last told, at least once
         */
        void expired(long times);
    }

    /**
     * A timer that is not armed.
     *
     * @param worker runs the expiry
     * @param clock what is measured
     * @param expiry what happens
     */
    public IntervalTimer(TimerWorker worker, TimerClock clock, Expiry expiry) {
        this.clock = clock;
        this.expiry = expiry;
        this.timer = new DeferredTimer(worker, this::look);
    }

    /**
     * Arms or disarms.
     *
     * @param remaining nanoseconds until the first expiry; 0 disarms
     * @param repeat nanoseconds between expiries; 0 for once
     */
    public void set(long remaining, long repeat) {
        // a timer is set or it is not; what it needs to be armed for the first time is small
        try (var assured = Allocation.assured(); var held = lock.lock()) {
            long now = clock.now();
            interval = repeat;
            deadline = remaining == 0 ? 0 : remaining > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + remaining;
            schedule(now);
        }
    }

    private void schedule(long now) {
        if (deadline == 0) {
            timer.cancel();
            return;
        }
        long monotonic = Clock.monotonicNanos();
        long wait = deadline - now;
        timer.arm(wait > Long.MAX_VALUE - monotonic ? Long.MAX_VALUE : monotonic + wait);
    }

    private void look() {
        long times = 0;
        try (var held = lock.lock()) {
            if (deadline == 0) {
                return;
            }
            long now = clock.now();
            if (now >= deadline) {
                times = 1;
                if (interval > 0) {
                    times += (now - deadline) / interval;
                    deadline += times * interval;
                } else {
                    deadline = 0;
                }
                schedule(now);
            } else {
                timer.arm(Clock.monotonicNanos() + Math.max(deadline - now, SHORTEST_WAIT_NANOS));
            }
        }
        if (times > 0) {
            expiry.expired(times);
        }
    }

    /**
     * Time until the next expiry.
     *
     * @return nanoseconds, at least 1; 0 if the timer is not armed
     */
    public long remaining() {
        try (var held = lock.lock()) {
            return deadline == 0 ? 0 : Math.max(1, deadline - clock.now());
        }
    }

    /**
     * Time between expiries.
     *
     * @return nanoseconds, 0 for once
     */
    public long interval() {
        try (var held = lock.lock()) {
            return interval;
        }
    }
}
