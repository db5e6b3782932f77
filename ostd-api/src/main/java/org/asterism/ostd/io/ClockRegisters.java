package org.asterism.ostd.io;

import org.asterism.ostd.spi.Ostd;

/**
 * The registers of the machine's memory-mapped real-time clock. The set is fixed and its hardware cannot write memory, so that whoever holds it can break
 * nothing but the clock.
 */
public final class ClockRegisters {
    private ClockRegisters() {
    }

    /**
     * Reads a register.
     *
     * @param offset in bytes, a multiple of 4 below 4096
     * @return its 32 bits
     * @throws IllegalArgumentException for another offset, or if the machine has no such clock
     */
    public static int read(int offset) {
        return Ostd.machine().platform().readClockRegister(offset);
    }
}
