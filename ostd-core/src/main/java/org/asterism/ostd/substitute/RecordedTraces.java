package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.StackTraces;

/** Where throwables were made, as recorded then: neither an override nor {@link Throwable#setStackTrace} changes it. */
public final class RecordedTraces {
    private RecordedTraces() {}

    /**
     * The trace of a throwable.
     *
     * @param throwable any
     * @return empty if nothing was recorded
     */
    public static StackTraceElement[] of(Throwable throwable) {
        long[] addresses = ThrowableSubstitute.recorded(throwable);
        return addresses == null ? new StackTraceElement[0] : StackTraces.translate(addresses, throwable);
    }

    /**
     * Lets a throwable tell of code that was interrupted in the current task.
     *
     * @param throwable    that tells of it
     * @param instruction  where the code was interrupted
     * @param framePointer it had there
     */
    public static void interrupted(Throwable throwable, long instruction, long framePointer) {
        long[] addresses = StackTraces.of(instruction, framePointer);
        if (addresses != null) {
            ThrowableSubstitute.record(throwable, addresses);
        }
    }
}
