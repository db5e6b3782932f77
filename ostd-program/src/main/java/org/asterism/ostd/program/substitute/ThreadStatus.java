package org.asterism.ostd.program.substitute;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.ThreadArea;

/** What {@link Thread#getState} tells, in the terms of {@code jdk.internal.misc.VM.toThreadState}: written by whatever makes a thread wait. */
@SubstituteClass(value = Thread.class, reason = "the JVM keeps the states of its threads")
final class ThreadStatus {
    private static final long NANOS_PER_MILLI = 1_000_000;

    static final int NEW = 0;
    static final int TERMINATED = 2;
    static final int RUNNABLE = 5;
    /** Runnable, though its task may be parked. */
    static final int YIELDING = RUNNABLE | 1 << 28;
    static final int WAITING = 1 | 1 << 4;
    static final int TIMED_WAITING = 1 | 1 << 5;

    private ThreadStatus() {}

    @TargetField("threadStatus")
    static native int of(Object thread);

    @TargetField("threadStatus")
    static native void set(Object thread, int status);

    /** A time to wait, at most half of what a long can hold: as good as for ever, and far from overflows. */
    static long nanos(long millis) {
        return Math.min(millis, Long.MAX_VALUE / 2 / NANOS_PER_MILLI) * NANOS_PER_MILLI;
    }

    /** How a thread waits for some time, {@link Long#MAX_VALUE} for ever. */
    static int waiting(long nanos) {
        return nanos == Long.MAX_VALUE ? WAITING : TIMED_WAITING;
    }

    @SubstituteMethod(reason = "the first thread was never started, and one that enters a monitor does not say so")
    static Thread.State getState(Thread self) {
        int status = of(self);
        long area = ThreadSubstitute.area(self);
        if ((status & ~TERMINATED) == NEW) {
            return area != 0 ? Thread.State.RUNNABLE : status == NEW ? Thread.State.NEW : Thread.State.TERMINATED;
        }
        if (status == WAITING) {
            return Thread.State.WAITING;
        }
        if (status == TIMED_WAITING) {
            return Thread.State.TIMED_WAITING;
        }
        // every other reason to park is a monitor
        boolean parked = status == RUNNABLE && area != 0 && Address.loadInt(area + ThreadArea.PARKED) != 0;
        return parked ? Thread.State.BLOCKED : Thread.State.RUNNABLE;
    }
}
