package org.asterism.kernel.time;

/** Time of day from a real-time clock: provided by a driver bundle. */
public interface WallClock {
    /**
     * Reads the clock; slow, so callers read it once and add monotonic time.
     *
     * @return seconds since 1970-01-01T00:00:00Z
     * @throws IllegalArgumentException if the machine has no such clock
     */
    long readSeconds();
}
