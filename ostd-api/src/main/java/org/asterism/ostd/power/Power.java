package org.asterism.ostd.power;

import org.asterism.ostd.spi.Ostd;

/** Ends the machine's run. */
public final class Power {
    private Power() {
    }

    /** Turns the machine off; does not return on a machine that can. */
    public static void off() {
        Ostd.machine().platform().powerOff();
    }

    /** Restarts the machine; does not return on a machine that can. */
    public static void restart() {
        Ostd.machine().platform().restart();
    }
}
