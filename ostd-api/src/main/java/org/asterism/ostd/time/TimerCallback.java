package org.asterism.ostd.time;

/** What a timer does. Runs in atomic context: no allocation, no blocking. */
@FunctionalInterface
public interface TimerCallback {
    /**
     * The deadline has passed.
     *
     * @param nowNanos monotonic nanoseconds
     */
    void expired(long nowNanos);
}
