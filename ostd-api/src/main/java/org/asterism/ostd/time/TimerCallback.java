package org.asterism.ostd.time;

import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;

/** What a timer does. Runs in atomic context: no allocation, no blocking. */
@FunctionalInterface
public interface TimerCallback {
    /**
     * The deadline has passed.
     *
     * @param nowNanos monotonic nanoseconds
     */
    @NoAllocation
    @NoBlocking
    void expired(long nowNanos);
}
