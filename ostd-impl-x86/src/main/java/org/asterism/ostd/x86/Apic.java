package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.Address;

/** The local APIC of the boot processor (SDM vol. 3 ch. 11), with its one-shot timer, and the I/O APIC (82093AA data sheet). */
final class Apic {
    private static final int ID = 0x20;
    private static final int END_OF_INTERRUPT = 0xb0;
    private static final int SPURIOUS = 0xf0;
    private static final int TIMER = 0x320;
    private static final int LINT0 = 0x350;
    private static final int LINT1 = 0x360;
    private static final int ERROR = 0x370;
    private static final int INITIAL_COUNT = 0x380;
    private static final int CURRENT_COUNT = 0x390;
    private static final int DIVIDE = 0x3e0;
    private static final int DIVIDE_BY_1 = 0b1011;
    private static final int MASKED = 1 << 16;
    private static final int LEVEL_TRIGGERED = 1 << 15;
    private static final int ENABLED = 1 << 8;
    private static final int IO_SELECT = 0;
    private static final int IO_WINDOW = 0x10;
    private static final int IO_REDIRECTION = 0x10;

    private final long local;
    private final long io;

    /** Takes both over; the legacy controllers are masked for good. */
    Apic(long localAddress, long ioAddress) {
        local = localAddress;
        io = ioAddress;
        maskLegacy();
        write(SPURIOUS, ENABLED | Traps.SPURIOUS);
        write(LINT0, MASKED);
        write(LINT1, MASKED);
        write(ERROR, MASKED);
        write(DIVIDE, DIVIDE_BY_1);
        write(TIMER, Traps.TIMER);
    }

    /** Remaps the two 8259 away from exceptions, then masks all of their inputs. */
    private static void maskLegacy() {
        Cpu.out8(0x20, 0x11);
        Cpu.out8(0xa0, 0x11);
        Cpu.out8(0x21, 0x20);
        Cpu.out8(0xa1, 0x28);
        Cpu.out8(0x21, 4);
        Cpu.out8(0xa1, 2);
        Cpu.out8(0x21, 1);
        Cpu.out8(0xa1, 1);
        Cpu.out8(0x21, 0xff);
        Cpu.out8(0xa1, 0xff);
    }

    /** Sends an edge-triggered input of the I/O APIC to a vector of this processor. */
    void route(int input, int vector) {
        int register = IO_REDIRECTION + 2 * input;
        writeIo(register + 1, read(ID) & 0xff00_0000);
        writeIo(register, vector);
    }

    /** Sends a level-triggered input to a vector, unmasked. Called with interrupts off. */
    void routeLine(int input, int vector) {
        route(input, vector | LEVEL_TRIGGERED);
    }

    /** Masks a level-triggered input. It stays one, so that the controller sees the line fall meanwhile. Called with interrupts off. */
    void maskLine(int input, int vector) {
        writeIo(IO_REDIRECTION + 2 * input, vector | LEVEL_TRIGGERED | MASKED);
    }

    /** The number by which messages name this processor. */
    long id() {
        return read(ID) >>> 24;
    }

    void endOfInterrupt() {
        write(END_OF_INTERRUPT, 0);
    }

    /** Counts down from a value to the timer interrupt. */
    void startTimer(int count) {
        write(INITIAL_COUNT, count);
    }

    int timerCount() {
        return read(CURRENT_COUNT);
    }

    private int read(int register) {
        return Address.loadInt(local + register);
    }

    private void write(int register, int value) {
        Address.storeInt(local + register, value);
    }

    private void writeIo(int register, int value) {
        Address.storeInt(io + IO_SELECT, register);
        Address.storeInt(io + IO_WINDOW, value);
    }
}
