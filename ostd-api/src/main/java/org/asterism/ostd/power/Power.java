package org.asterism.ostd.power;

import org.asterism.ostd.spi.Ostd;

/** Ends the machine's run. A panic turns the machine off without the endings. */
public final class Power {
    private Power() {
    }

    /**
     * Has something done before the machine is turned off or restarted. Endings run in the opposite order of these calls. Generated boot code
     * calls this for every component that deactivates, after its activation.
     *
     * @param name who ends, for the log
     * @param ending what it does, once
     */
    public static void beforeOff(String name, Ending ending) {
        Ostd.machine().endings().add(name, ending);
    }

    /** Turns the machine off; does not return on a machine that can. */
    public static void off() {
        Ostd.machine().endings().run();
        Ostd.machine().platform().powerOff();
    }

    /** Restarts the machine; does not return on a machine that can. */
    public static void restart() {
        Ostd.machine().endings().run();
        Ostd.machine().platform().restart();
    }
}
