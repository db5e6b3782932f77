package org.asterism.ostd.time;

import org.asterism.ostd.spi.Ostd;

/** The monotonic clock. */
public final class Clock {
    private Clock() {
    }

    /**
     * Time since boot; never goes back.
     *
     * @return nanoseconds
     */
    public static long monotonicNanos() {
        return Ostd.machine().timers().monotonicNanos();
    }
}
