package org.asterism.ostd.arch;

/** What a machine has once: power, entropy, ports, its name. */
public abstract class Board {
    /** For subclasses. */
    protected Board() {}

    /** Turns the machine off; does not return. */
    public abstract void powerOff();

    /** Turns the machine off after the kernel failed, and lets the outside see that, where the hardware can; does not return. */
    public void powerOffFailed() {
        powerOff();
    }

    /** Restarts the machine; does not return. */
    public abstract void restart();

    /**
     * A word from the entropy source of the hardware.
     *
     * @return 0 if the source has none to give
     */
    public abstract long randomWord();

    /**
     * Name of the architecture as uname(2) tells it.
     *
     * @return never null
     */
    public abstract String architecture();

    /**
     * Counts the processors that run.
     *
     * @return at least 1
     */
    public abstract int processorCount();

    /**
     * Reads a byte-wide port.
     *
     * @param port number; ports that OSTD drives itself are refused
     * @return the byte
     * @throws IllegalArgumentException for a port that OSTD drives itself, or that the machine cannot have
     */
    public abstract int readPort8(int port);

    /**
     * Writes a byte-wide port.
     *
     * @param port  number; ports that OSTD drives itself are refused
     * @param value the byte
     * @throws IllegalArgumentException for a port that OSTD drives itself, or that the machine cannot have
     */
    public abstract void writePort8(int port, int value);

    /**
     * Reads a register of the memory-mapped real-time clock.
     *
     * @param offset in bytes
     * @return its 32 bits
     * @throws IllegalArgumentException for an offset that is none, or if the machine has no such clock
     */
    public int readClockRegister(int offset) {
        throw new IllegalArgumentException("no memory-mapped real-time clock on " + architecture());
    }
}
