package org.asterism.ostd.riscv;

/** Calls of the supervisor binary interface (SBI 1.0). */
final class Firmware {
    private static final int BASE = 0x10;
    private static final int PROBE_EXTENSION = 3;
    private static final int TIME = 0x5449_4d45;
    private static final int SYSTEM_RESET = 0x5352_5354;
    private static final int LEGACY_PUT_CHARACTER = 1;
    private static final int SHUTDOWN = 0;
    private static final int COLD_REBOOT = 1;
    private static final int REASON_NONE = 0;
    private static final int REASON_FAILURE = 1;

    private Firmware() {}

    static boolean hasTimer() {
        return Cpu.callFirmware(BASE, PROBE_EXTENSION, TIME, 0) > 0;
    }

    static void setTimer(long time) {
        Cpu.callFirmware(TIME, 0, time, 0);
    }

    static void putCharacter(int character) {
        Cpu.callFirmware(LEGACY_PUT_CHARACTER, 0, character, 0);
    }

    /** Turns the machine off, and tells the firmware of a failure. Returns only if the firmware cannot. */
    static void shutDown(boolean failed) {
        Cpu.callFirmware(SYSTEM_RESET, 0, SHUTDOWN, failed ? REASON_FAILURE : REASON_NONE);
    }

    /** Restarts the machine. Returns only if the firmware cannot. */
    static void reboot() {
        Cpu.callFirmware(SYSTEM_RESET, 0, COLD_REBOOT, REASON_NONE);
    }
}
