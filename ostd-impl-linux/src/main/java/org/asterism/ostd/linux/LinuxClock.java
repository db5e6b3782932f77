package org.asterism.ostd.linux;

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
        long timespec = Scratch.address() + Scratch.TIMESPEC;
        LinuxSystemCalls.clock(clock, timespec);
        return Address.loadLong(timespec) * 1_000_000_000L + Address.loadLong(timespec + 8);
    }
}
