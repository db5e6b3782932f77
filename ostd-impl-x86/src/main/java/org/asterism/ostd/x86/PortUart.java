package org.asterism.ostd.x86;

import org.asterism.ostd.bare.Uart16550;

/** A serial port of a PC, behind I/O ports. */
final class PortUart extends Uart16550 {
    /** Port of COM1. */
    static final int COM1 = 0x3f8;
    /** Port of COM2. */
    static final int COM2 = 0x2f8;

    private final int port;

    /** Sets the port up, without interrupts. */
    PortUart(int port) {
        this.port = port;
        initialize();
    }

    @Override
    protected int in(int register) {
        return Cpu.in8(port + register);
    }

    @Override
    protected void out(int register, int value) {
        Cpu.out8(port + register, value);
    }

    @Override
    protected void outMany(long from, int count) {
        Cpu.out8Many(port, from, count);
    }
}
