package org.asterism.ostd.linux;

import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;

/** The clocks of Linux. */
final class LinuxClock {
    private static final int REALTIME = 0;
    private static final int MONOTONIC = 1;

    private LinuxClock() {}

    static long nanoTime() {
        return read(MONOTONIC);
    }

    static long currentTimeMillis() {
        return read(REALTIME) / 1_000_000;
    }

    private static long read(int clock) {
        Preemption.disable();
        long timespec = Scratch.address() + Scratch.TIMESPEC;
        LinuxSystemCalls.clock(clock, timespec);
        long time = Address.loadLong(timespec) * 1_000_000_000L + Address.loadLong(timespec + 8);
        Preemption.enable();
        return time;
    }

    /** Sleeps, with preemption off, so long or until a signal comes. */
    static void sleep(long nanos) {
        long timespec = Scratch.address() + Scratch.TIMESPEC;
        Address.storeLong(timespec, nanos / 1_000_000_000L);
        Address.storeLong(timespec + 8, nanos % 1_000_000_000L);
        LinuxSystemCalls.sleep(timespec);
    }
}
