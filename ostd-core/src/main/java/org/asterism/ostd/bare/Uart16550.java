package org.asterism.ostd.bare;

import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/**
 * A 16550A serial port (National Semiconductor PC16550D data sheet) at 115,200 baud, eight bits, no parity. Output is polled, a FIFO full at a
 * time; input comes by interrupt into a ring of raw memory. When the ring is full, bytes stay in the device, whose sender then waits.
 */
public abstract class Uart16550 extends SerialPort {
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int SCRATCH = 7;
    private static final int STATUS_DATA_READY = 1;
    private static final int STATUS_TRANSMITTER_EMPTY = 1 << 5;
    private static final int FIFO_BYTES = 16;

    /** Layout of the ring: bytes, then how many were ever put, ever taken, whether the interrupt came, whether bytes wait in the device. */
    private static final int RING_BYTES = 4096 - 32;
    private static final int PUT = RING_BYTES;
    private static final int TAKEN = RING_BYTES + 8;
    private static final int SIGNAL = RING_BYTES + 16;
    private static final int STALLED = RING_BYTES + 20;

    private boolean present;
    private long ring;

    /** A port that is not set up. */
    protected Uart16550() {}

    /**
     * Reads a register.
     *
     * @param register 0 to 7
     * @return its byte
     */
    protected abstract int in(int register);

    /**
     * Writes a register.
     *
     * @param register 0 to 7
     * @param value    a byte
     */
    protected abstract void out(int register, int value);

    /**
     * Writes bytes to the FIFO.
     *
     * @param from  first byte of raw memory
     * @param count at most what the FIFO takes
     */
    protected abstract void outMany(long from, int count);

    /** Sets the port up, without interrupts, if the machine has it. */
    protected final void initialize() {
        out(SCRATCH, 0x5a);
        present = in(SCRATCH) == 0x5a;
        if (present) {
            out(INTERRUPT_ENABLE, 0);
            out(LINE_CONTROL, 0x80);
            out(DATA, 1);
            out(INTERRUPT_ENABLE, 0);
            out(LINE_CONTROL, 3);
            out(FIFO_CONTROL, 0xc7);
            out(MODEM_CONTROL, 0x0b);
        }
    }

    /**
     * Begins to take input by interrupt.
     *
     * @param zeroedPage a page of raw memory for the ring, from now on this port's
     */
    public final void enableInput(long zeroedPage) {
        ring = zeroedPage;
        if (present) {
            out(INTERRUPT_ENABLE, 1);
            in(LINE_STATUS);
        }
    }

    @Override
    public final boolean isPresent() {
        return present;
    }

    @Override
    public final void write(byte[] from, int at, int length) {
        // SAFETY: the caller checked the range of the array, which stays where it is.
        long address = ObjectReference.toAddress(from) + ObjectLayout.ARRAY_DATA + at;
        int done = 0;
        while (present && done < length) {
            awaitTransmitter();
            int part = Math.min(FIFO_BYTES, length - done);
            outMany(address + done, part);
            done += part;
        }
    }

    @Override
    public final void writeByte(int value) {
        if (present) {
            awaitTransmitter();
            out(DATA, value);
        }
    }

    private void awaitTransmitter() {
        while ((in(LINE_STATUS) & STATUS_TRANSMITTER_EMPTY) == 0) {
            Address.pause();
        }
    }

    /** Moves input from the device to the ring. Called by the interrupt, and with interrupts off. */
    public final void pump() {
        if (ring == 0 || !present) {
            return;
        }
        long put = Address.loadLong(ring + PUT);
        long taken = Address.loadLong(ring + TAKEN);
        while ((in(LINE_STATUS) & STATUS_DATA_READY) != 0) {
            if (put - taken == RING_BYTES) {
                Address.storeInt(ring + STALLED, 1);
                break;
            }
            Address.storeByte(ring + put % RING_BYTES, (byte) in(DATA));
            put++;
        }
        Address.storeLong(ring + PUT, put);
        Address.storeInt(ring + SIGNAL, 1);
    }

    @Override
    public final int read(byte[] into, int at, int length) {
        if (ring == 0) {
            return 0;
        }
        long taken = Address.loadLong(ring + TAKEN);
        int count = (int) Math.min(length, Address.loadLongAcquire(ring + PUT) - taken);
        for (int i = 0; i < count; i++) {
            into[at + i] = Address.loadByte(ring + (taken + i) % RING_BYTES);
        }
        Address.storeLongRelease(ring + TAKEN, taken + count);
        if (Address.loadInt(ring + STALLED) != 0) {
            // The device holds bytes and will not interrupt again before it has been emptied.
            long interrupts = ProcessorControl.disableInterrupts();
            Address.storeInt(ring + STALLED, 0);
            pump();
            ProcessorControl.restoreInterrupts(interrupts);
        }
        return count;
    }

    @Override
    public final boolean takeInputSignal() {
        return ring != 0 && Address.getAndSetInt(ring + SIGNAL, 0) != 0;
    }
}
