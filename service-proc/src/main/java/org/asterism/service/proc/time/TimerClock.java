package org.asterism.service.proc.time;

/** What a timer measures: time that passes, or processor time. It never runs faster than the monotonic clock for each processor. */
@FunctionalInterface
public interface TimerClock {
    /**
     * The clock's time.
     *
     * @return nanoseconds
     */
    long now();
}
