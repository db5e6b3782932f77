package org.asterism.ostd.cpu;

import org.asterism.ostd.spi.Ostd;

/** The machine's processors. */
public final class Processors {
    private Processors() {
    }

    /**
     * Processors that run tasks.
     *
     * @return at least 1
     */
    public static int count() {
        return Ostd.machine().platform().processorCount();
    }

    /**
     * Time that processors were idle.
     *
     * @return nanoseconds from boot on, summed
     */
    public static long idleNanos() {
        return Ostd.machine().tasks().idleNanos();
    }

    /**
     * Context switches.
     *
     * @return a count from boot on
     */
    public static long contextSwitches() {
        return Ostd.machine().tasks().switches();
    }
}
