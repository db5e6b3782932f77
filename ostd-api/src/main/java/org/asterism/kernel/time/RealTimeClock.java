package org.asterism.kernel.time;

/**
 * The system's idea of the time of day, settable by user programs: a service of the process bundle.
 *
 * <p>The file system is built on it, so its component must not need the file system.
 */
public interface RealTimeClock {
    /**
     * Time of day.
     *
     * @return nanoseconds since 1970-01-01T00:00:00Z
     */
    long realTimeNanos();
}
