package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;

/**
 * The next timer interrupt. It may come too early, after a request was taken back, never too late. Guarded by the scheduler lock, or by
 * interrupts being off in a task that does not hold it.
 */
final class AlarmClock {
    private final Processor processor;
    private long programmedNanos = Long.MAX_VALUE;
    /** The earliest deadline that must be kept. */
    private long requestedNanos = Long.MAX_VALUE;

    AlarmClock(Processor processor) {
        this.processor = processor;
    }

    /** Asks for an interrupt at a deadline at the latest; {@link Long#MAX_VALUE} asks for nothing. */
    void request(long deadlineNanos) {
        requestedNanos = Math.min(requestedNanos, deadlineNanos);
        if (deadlineNanos < programmedNanos) {
            program(deadlineNanos);
        }
    }

    /**
     * Asks for an interrupt that nobody needs, unless there will be one soon enough, but not so soon that the caller would not get anywhere.
     *
     * @param leastNanos that the caller should have, unless somebody needs an interrupt before
     * @param mostNanos  that it may have
     * @param nanos      that it gets if it has less or more; between the two
     */
    void requestBetween(long leastNanos, long mostNanos, long nanos) {
        long now = processor.monotonicNanos();
        long left = programmedNanos - now;
        if (left < leastNanos || left > mostNanos) {
            long deadlineNanos = Math.min(requestedNanos, now + nanos);
            if (deadlineNanos != programmedNanos) {
                program(deadlineNanos);
            }
        }
    }

    private void program(long deadlineNanos) {
        programmedNanos = deadlineNanos;
        processor.setAlarm(deadlineNanos);
    }

    /** The interrupt has come. */
    void rang() {
        programmedNanos = Long.MAX_VALUE;
        requestedNanos = Long.MAX_VALUE;
    }
}
