package org.asterism.ostd.x86;

import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/**
 * A 16550A serial port (National Semiconductor PC16550D data sheet) at 115,200 baud, eight bits, no parity. Output is polled, a FIFO full at a
 * time; input comes by interrupt into a ring of raw memory. When the ring is full, bytes stay in the device, whose sender then waits.
 */
final class Uart8250 extends SerialPort {
    /** Port of COM1. */
    static final int COM1 = 0x3f8;
    /** Port of COM2. */
    static final int COM2 = 0x2f8;

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

    private final int port;
    private final boolean present;
    private long ring;

    /** Sets the port up, without interrupts. */
    Uart8250(int port) {
        this.port = port;
        Cpu.out8(port + SCRATCH, 0x5a);
        present = Cpu.in8(port + SCRATCH) == 0x5a;
        if (present) {
            Cpu.out8(port + INTERRUPT_ENABLE, 0);
            Cpu.out8(port + LINE_CONTROL, 0x80);
            Cpu.out8(port + DATA, 1);
            Cpu.out8(port + INTERRUPT_ENABLE, 0);
            Cpu.out8(port + LINE_CONTROL, 3);
            Cpu.out8(port + FIFO_CONTROL, 0xc7);
            Cpu.out8(port + MODEM_CONTROL, 0x0b);
        }
    }

    /**
     * Begins to take input by interrupt.
     *
     * @param zeroedPage a page of raw memory for the ring, from now on this port's
     */
    void enableInput(long zeroedPage) {
        ring = zeroedPage;
        if (present) {
            Cpu.out8(port + INTERRUPT_ENABLE, 1);
            Cpu.in8(port + LINE_STATUS);
        }
    }

    @Override
    public boolean isPresent() {
        return present;
    }

    @Override
    public void write(byte[] from, int at, int length) {
        // SAFETY: the caller checked the range of the array, which stays where it is.
        writeRaw(ObjectReference.toAddress(from) + ObjectLayout.ARRAY_DATA + at, length);
    }

    /** Writes bytes of raw memory; also for reports when nothing else works. */
    void writeRaw(long from, int length) {
        int done = 0;
        while (present && done < length) {
            while ((Cpu.in8(port + LINE_STATUS) & STATUS_TRANSMITTER_EMPTY) == 0) {
                Address.pause();
            }
            int part = Math.min(FIFO_BYTES, length - done);
            Cpu.out8Many(port + DATA, from + done, part);
            done += part;
        }
    }

    /** Writes one byte. */
    void writeByte(int value) {
        while (present && (Cpu.in8(port + LINE_STATUS) & STATUS_TRANSMITTER_EMPTY) == 0) {
            Address.pause();
        }
        Cpu.out8(port + DATA, value);
    }

    /** Moves input from the device to the ring. Called by the interrupt, and with interrupts off. */
    void pump() {
        if (ring == 0) {
            return;
        }
        long put = Address.loadLong(ring + PUT);
        long taken = Address.loadLong(ring + TAKEN);
        while ((Cpu.in8(port + LINE_STATUS) & STATUS_DATA_READY) != 0) {
            if (put - taken == RING_BYTES) {
                Address.storeInt(ring + STALLED, 1);
                break;
            }
            Address.storeByte(ring + put % RING_BYTES, (byte) Cpu.in8(port + DATA));
            put++;
        }
        Address.storeLong(ring + PUT, put);
        Address.storeInt(ring + SIGNAL, 1);
    }

    @Override
    public int read(byte[] into, int at, int length) {
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
            long interrupts = Cpu.disableInterrupts();
            Address.storeInt(ring + STALLED, 0);
            pump();
            Cpu.restoreInterrupts(interrupts);
        }
        return count;
    }

    @Override
    public boolean takeInputSignal() {
        return ring != 0 && Address.getAndSetInt(ring + SIGNAL, 0) != 0;
    }
}
