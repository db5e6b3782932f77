package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.Board;
import org.asterism.ostd.unsafe.Address;

/** A machine behind the supervisor binary interface; entropy is what the boot loader left in the device tree, and the time. */
final class RiscvBoard extends Board {
    private static final int CLOCK_BYTES = 4096;

    private long[] seed = {};
    private int seedWord;
    /** Address of the registers of the real-time clock; 0 without one. */
    private long clock;

    RiscvBoard() {}

    /** Entropy that the boot loader left. */
    void useSeed(long[] words) {
        seed = words;
    }

    @Override
    public void powerOff() {
        turnOff(false);
    }

    @Override
    public void powerOffFailed() {
        turnOff(true);
    }

    private static void turnOff(boolean failed) {
        Cpu.disableInterrupts();
        Firmware.shutDown(failed);
        Cpu.halt();
    }

    @Override
    public void restart() {
        Cpu.disableInterrupts();
        Firmware.reboot();
        Cpu.halt();
    }

    /** Words of the seed while there are any, mixed with the time counter. */
    @Override
    public long randomWord() {
        long ticks = Cpu.readTime() * 0x9e37_79b9_7f4a_7c15L;
        return seedWord < seed.length ? ticks ^ seed[seedWord++] : ticks;
    }

    @Override
    public String architecture() {
        return "riscv64";
    }

    @Override
    public int processorCount() {
        return 1;
    }

    /** Lets the clock's driver read its registers. */
    void useClock(long registers) {
        clock = registers;
    }

    @Override
    public int readClockRegister(int offset) {
        if (clock == 0) {
            throw new IllegalArgumentException("the device tree has no real-time clock that is compatible with google,goldfish-rtc; use machine type virt");
        }
        if (offset < 0 || offset >= CLOCK_BYTES || (offset & 3) != 0) {
            throw new IllegalArgumentException("no register of the clock at offset " + offset + "; offsets are multiples of 4 below " + CLOCK_BYTES);
        }
        return Address.loadInt(clock + offset);
    }

    @Override
    public int readPort8(int port) {
        throw noPort(port);
    }

    @Override
    public void writePort8(int port, int value) {
        throw noPort(port);
    }

    private static IllegalArgumentException noPort(int port) {
        return new IllegalArgumentException("port 0x" + Integer.toHexString(port) + " does not exist: RISC-V has no I/O ports");
    }
}
