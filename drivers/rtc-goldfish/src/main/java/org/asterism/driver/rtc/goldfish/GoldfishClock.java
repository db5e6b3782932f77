package org.asterism.driver.rtc.goldfish;

import org.asterism.kernel.time.WallClock;
import org.asterism.ostd.io.ClockRegisters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads the clock, which runs in UTC. */
@Component(service = WallClock.class)
public final class GoldfishClock implements WallClock {
    /** The low word; reading it holds the high word still. */
    private static final int TIME_LOW = 0;
    private static final int TIME_HIGH = 4;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The clock of the machine. */
    @Activate
    public GoldfishClock() {
    }

    @Override
    public long readSeconds() {
        long low = ClockRegisters.read(TIME_LOW) & 0xffff_ffffL;
        return ((long) ClockRegisters.read(TIME_HIGH) << 32 | low) / NANOS_PER_SECOND;
    }
}
