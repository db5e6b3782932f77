package org.asterism.service.proc.syscall;

import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/** Times to wait as deadlines of the monotonic clock. */
final class Deadlines {
    private Deadlines() {
    }

    /** The moment some nanoseconds from now; none if it would be centuries away. */
    static long after(long nanos) {
        long now = Clock.monotonicNanos();
        return nanos > Task.NO_DEADLINE - now ? Task.NO_DEADLINE : now + nanos;
    }
}
