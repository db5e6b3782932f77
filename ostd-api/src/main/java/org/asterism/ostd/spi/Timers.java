package org.asterism.ostd.spi;

import org.asterism.ostd.time.Timer;

/** The clock and timers below the API. */
public interface Timers {
    /**
     * Time since boot, never going back.
     *
     * @return nanoseconds
     */
    long monotonicNanos();

    /**
     * Makes what the machine keeps for a timer, so that arming it makes nothing.
     *
     * @param timer a new timer
     * @return null if the machine keeps nothing
     */
    Object newState(Timer timer);

    /**
     * Arms or re-arms a timer. Legal in atomic context.
     *
     * @param timer the timer
     * @param deadlineNanos monotonic nanoseconds
     */
    void arm(Timer timer, long deadlineNanos);

    /**
     * Disarms a timer. Legal in atomic context.
     *
     * @param timer the timer
     * @return whether it was armed and will not fire
     */
    boolean cancel(Timer timer);
}
