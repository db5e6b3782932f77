package org.asterism.ostd.x86;

import org.asterism.ostd.bare.DeviceInterrupts;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MessageInterrupt;

/** The vectors of devices: for inputs of the I/O APIC, masked while their interrupts are handled, and for messages. */
final class VectoredInterrupts extends DeviceInterrupts {
    /** The first vector of {@link #COUNT}. */
    static final int FIRST = 0x50;
    /** Where messages go (SDM vol. 3 §11.11.1), with the APIC's number in bits 12 to 19. */
    static final long MESSAGE_ADDRESS = 0xfee0_0000L;

    private final Apic apic;

    VectoredInterrupts(Apic apic) {
        this.apic = apic;
    }

    /** The top half: touches raw memory only. */
    @InterruptSafe
    void came(int vector) {
        int index = vector - FIRST;
        if (line(index) != NO_LINE) {
            mask(line(index), index);
        }
        mark(index);
    }

    @Override
    protected void unmask(int line, int index) {
        apic.routeLine(line, FIRST + index);
    }

    @Override
    protected void mask(int line, int index) {
        apic.maskLine(line, FIRST + index);
    }

    MessageInterrupt connectMessage(InterruptSink sink) throws DeviceException {
        int index = take(NO_LINE, sink);
        return new MessageInterrupt() {
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
            }

            @Override
            public void close() {
                giveBack(index);
            }
        };
    }
}
