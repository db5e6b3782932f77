package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;

/** The next timer interrupt. It may come too early, after a request was taken back, never too late. Guarded by the scheduler lock. */
final class AlarmClock {
    private final Processor processor;
    private long programmedNanos = Long.MAX_VALUE;

    AlarmClock(Processor processor) {
        this.processor = processor;
    }

    /** Asks for an interrupt at a deadline at the latest; {@link Long#MAX_VALUE} asks for nothing. */
    void request(long deadlineNanos) {
        if (deadlineNanos < programmedNanos) {
            programmedNanos = deadlineNanos;
            processor.setAlarm(deadlineNanos);
        }
    }

    /** The interrupt has come. */
    void rang() {
        programmedNanos = Long.MAX_VALUE;
    }
}
