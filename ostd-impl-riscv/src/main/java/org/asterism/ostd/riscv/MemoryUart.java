package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.Uart16550;
import org.asterism.ostd.unsafe.Address;

/** A serial port whose registers are bytes of memory. */
final class MemoryUart extends Uart16550 {
    private final long registers;

    /** Sets the port up, without interrupts; address 0 stands for a port that the machine does not have. */
    MemoryUart(long registers) {
        this.registers = registers;
        if (registers != 0) {
            initialize();
        }
    }

    @Override
    protected int in(int register) {
        return Address.loadByte(registers + register) & 0xff;
    }

    @Override
    protected void out(int register, int value) {
        Address.storeByte(registers + register, (byte) value);
    }

    @Override
    protected void outMany(long from, int count) {
        for (int i = 0; i < count; i++) {
            Address.storeByte(registers, Address.loadByte(from + i));
        }
    }
}
