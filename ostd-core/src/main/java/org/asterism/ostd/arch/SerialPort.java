package org.asterism.ostd.arch;

/** A serial port. Its interrupt fills an input buffer in raw memory, which {@link #read} empties. */
public abstract class SerialPort {
    /** For subclasses. */
    protected SerialPort() {}

    /**
     * Tells whether the machine has this port.
     *
     * @return whether reads and writes go anywhere
     */
    public abstract boolean isPresent();

    /**
     * Writes bytes, waiting for the hardware as long as it takes. Called with preemption off.
     *
     * @param from   source
     * @param at     index of the first byte
     * @param length bytes
     */
    public abstract void write(byte[] from, int at, int length);

    /**
     * Writes one byte; also for reports when nothing else works.
     *
     * @param value the byte
     */
    public abstract void writeByte(int value);

    /**
     * Takes bytes out of the input buffer.
     *
     * @param into   destination
     * @param at     index of the first byte
     * @param length most bytes
     * @return how many, 0 if the buffer is empty
     */
    public abstract int read(byte[] into, int at, int length);

    /**
     * Tells whether the interrupt has put bytes into the buffer since this was last asked, and forgets it.
     *
     * @return whether a reader should look
     */
    public abstract boolean takeInputSignal();
}
