package org.asterism.ostd.x86;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MessageInterrupt;
import org.asterism.ostd.unsafe.Address;

/**
 * The vectors of devices. The top half marks a bit in the processor's area, and masks the input if it is a line; sinks are told later, in
 * atomic context.
 */
final class DeviceInterrupts {
    /** The first vector of {@link #COUNT}. */
    static final int FIRST = 0x50;
    static final int COUNT = 64;
    /** Where messages go (SDM vol. 3 §11.11.1), with the APIC's number in bits 12 to 19. */
    static final long MESSAGE_ADDRESS = 0xfee0_0000L;

    /** Of the processor's area, 8 bytes: a bit for each vector that has come. */
    private static final int DEVICES_PENDING = 48;
    /** Of the processor's area, {@link #COUNT} bytes: input of the I/O APIC plus 1 for each vector, 0 for messages. */
    private static final int DEVICE_INPUTS = 64;

    private final Apic apic;
    private final long pending;
    private final long inputs;
    private final InterruptSink[] sinks = new InterruptSink[COUNT];
    private final RawLock lock = new RawLock();

    DeviceInterrupts(Apic apic, long cpuArea) {
        this.apic = apic;
        pending = cpuArea + DEVICES_PENDING;
        inputs = cpuArea + DEVICE_INPUTS;
    }

    /** The top half: touches raw memory only. */
    @InterruptSafe
    void came(int vector) {
        int index = vector - FIRST;
        int input = Address.loadByte(inputs + index);
        if (input != 0) {
            apic.maskLine(input - 1, vector);
        }
        Address.storeLong(pending, Address.loadLong(pending) | 1L << index);
        DeferredWork.request();
    }

    /** Tells the sinks of what has come. Called in atomic context. */
    void deliver() {
        if (Address.loadLong(pending) == 0) {
            return;
        }
        for (long came = Address.getAndSetLong(pending, 0); came != 0; came &= came - 1) {
            InterruptSink sink = sinks[Long.numberOfTrailingZeros(came)];
            if (sink != null) {
                sink.raise();
            }
        }
    }

    /** Takes a vector for an input of the I/O APIC, or for messages if that is −1. */
    MessageInterrupt connect(int input, InterruptSink sink) throws DeviceException {
        lock.lock();
        try {
            for (int index = 0; index < COUNT; index++) {
                if (sinks[index] == null) {
                    sinks[index] = sink;
                    Connection connection = new Connection(index, input);
                    Address.storeByte(inputs + index, (byte) (input + 1));
                    connection.rearm();
                    return connection;
                }
            }
        } finally {
            lock.unlock();
        }
        throw new DeviceException("all " + COUNT + " interrupt vectors for devices are taken");
    }

    private final class Connection implements MessageInterrupt {
        private final int index;
        private final int input;

        Connection(int index, int input) {
            this.index = index;
            this.input = input;
        }

        @Override
        public long address() {
            return MESSAGE_ADDRESS | apic.id() << 12;
        }

        @Override
        public int data() {
            return FIRST + index;
        }

        @Override
        public void rearm() {
            if (input >= 0) {
                long interrupts = Cpu.disableInterrupts();
                apic.routeLine(input, FIRST + index);
                Cpu.restoreInterrupts(interrupts);
            }
        }

        @Override
        public void close() {
            if (input >= 0) {
                long interrupts = Cpu.disableInterrupts();
                apic.maskLine(input, FIRST + index);
                Cpu.restoreInterrupts(interrupts);
            }
            sinks[index] = null;
        }
    }
}
