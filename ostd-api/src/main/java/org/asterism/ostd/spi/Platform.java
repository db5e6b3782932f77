package org.asterism.ostd.spi;

import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;

/** Console, log, power, entropy, boot information and ports below the API. */
public interface Platform {
    /** Channel number of the terminal console. */
    int TERMINAL = 0;
    /** Channel number of the raw channel beside it. */
    int CHANNEL = 1;

    /** Tells whether a console channel exists. */
    boolean hasConsole(int channel);

    /** Writes bytes to a console channel; does not block on the reader's side longer than the hardware does. */
    void writeConsole(int channel, byte[] from, int at, int length);

    /** Reads at least one byte from a console channel, parking until one is there; returns how many. */
    int readConsole(int channel, byte[] into, int at, int length);

    /** Appends a line to the kernel log. */
    @NoAllocation
    @NoBlocking
    void log(int level, String message);

    /** Copies the newest part of the log ring out; returns how many bytes. */
    int readLog(byte[] into);

    /** Sets the level up to which log lines go to the console too. */
    void setConsoleLogLevel(int level);

    /** The kernel command line. */
    String commandLine();

    /** Bytes of the initial ram disk, 0 if there is none or it was released. */
    long initialRamDiskSize();

    /** Copies out of the initial ram disk. */
    void readInitialRamDisk(long position, byte[] into, int at, int length);

    /** Gives the frames of the initial ram disk back. */
    void releaseInitialRamDisk();

    /** Turns the machine off. */
    void powerOff();

    /** Restarts the machine. */
    void restart();

    /** Fills an array with random bytes. */
    void random(byte[] into);

    /** Counts processors. */
    int processorCount();

    /** Name of the architecture as uname(2) tells it. */
    String architecture();

    /** Reads a byte-wide port. */
    int readPort8(int port);

    /** Writes a byte-wide port. */
    void writePort8(int port, int value);

    /**
     * Reads a register of the memory-mapped real-time clock.
     *
     * @param offset in bytes
     * @return its 32 bits
     * @throws IllegalArgumentException for an offset that is none, or if the machine has no such clock
     */
    default int readClockRegister(int offset) {
        throw new IllegalArgumentException("this machine has no memory-mapped real-time clock; use a driver for the one it has");
    }

    /**
     * Where a throwable was made, whatever it says of that itself.
     *
     * @param failure any
     * @return as recorded; null if nothing is recorded but what the throwable tells
     */
    default StackTraceElement[] recordedTrace(Throwable failure) {
        return null;
    }

    /**
     * The bundle that an object's class is from.
     *
     * @param object any
     * @return its symbolic name; null if it is not known
     */
    default String bundleOf(Object object) {
        return null;
    }
}
