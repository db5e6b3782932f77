package org.asterism.service.proc.time;

import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.time.WallClock;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** The time of day: the wall clock at boot plus monotonic time, or what root set. */
@Component(service = {RealTimeClock.class, SystemClock.class})
public final class SystemClock implements RealTimeClock {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private volatile long bootTimeNanos;

    /**
     * Reads the wall clock once. Without one, time starts in 1970, as on Linux.
     *
     * @param clock of the machine; null if the kernel has no driver of one, and the driver's may find that there is no clock
     */
    @Activate
    public SystemClock(@Reference(cardinality = ReferenceCardinality.OPTIONAL) WallClock clock) {
        setRealTime(clock == null ? 0 : seconds(clock) * NANOS_PER_SECOND);
    }

    private static long seconds(WallClock clock) {
        try {
            return clock.readSeconds();
        } catch (IllegalArgumentException missing) {
            Log.warning("it is 1970 until somebody sets the time: " + missing.getMessage());
            return 0;
        }
    }

    @Override
    public long realTimeNanos() {
        return bootTimeNanos + Clock.monotonicNanos();
    }

    /**
     * Sets the time of day.
     *
     * @param nanos since 1970
     */
    public void setRealTime(long nanos) {
        bootTimeNanos = nanos - Clock.monotonicNanos();
    }

    /**
     * When monotonic time was zero.
     *
     * @return nanoseconds since 1970
     */
    public long bootTimeNanos() {
        return bootTimeNanos;
    }
}
