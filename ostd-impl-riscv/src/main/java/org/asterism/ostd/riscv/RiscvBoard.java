package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.Board;
import org.asterism.ostd.bare.ProcessorControl;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.unsafe.Address;

/** A machine behind the supervisor binary interface; entropy is what the boot loader left in the device tree, and the time. */
final class RiscvBoard extends Board {
    private static final int CLOCK_BYTES = 4096;
    private static final int FINISH_FAILED = 0x3333;
    /** What QEMU exits with, as {@code asterism run} does when a kernel has died. */
    private static final int EXIT_CODE = 125;

    private long[] seed = {};
    private int seedWord;
    /** Address of the registers of the real-time clock; 0 without one. */
    private long clock;
    /** Address of the register of the device that ends QEMU; 0 without one. */
    private long finisher;

    RiscvBoard() {}

    /** Entropy that the boot loader left. */
    void useSeed(long[] words) {
        seed = words;
    }

    @Override
    public void powerOff() {
        turnOff(false);
        Log.warning("the firmware cannot turn this machine off; it is halted");
        ProcessorControl.halt();
    }

    /** Lets failures be told to QEMU, for which OpenSBI's way does not (1.1 ends it with 0 all the same). */
    void useFinisher(long register) {
        finisher = register;
    }

    @Override
    public void powerOffFailed() {
        if (finisher != 0) {
            Address.storeInt(finisher, EXIT_CODE << 16 | FINISH_FAILED);
        }
        turnOff(true);
        ProcessorControl.halt();
    }

    private static void turnOff(boolean failed) {
        ProcessorControl.disableInterrupts();
        Firmware.shutDown(failed);
    }

    @Override
    public void restart() {
        ProcessorControl.disableInterrupts();
        Firmware.reboot();
        ProcessorControl.halt();
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
