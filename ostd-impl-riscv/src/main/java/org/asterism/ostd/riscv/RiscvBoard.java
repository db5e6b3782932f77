package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.Board;

/** A machine behind the supervisor binary interface; entropy is what the boot loader left in the device tree, and the time. */
final class RiscvBoard extends Board {
    private final DeviceTree tree;
    private int seedCell;

    RiscvBoard(DeviceTree tree) {
        this.tree = tree;
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
        int seed = tree.property(tree.child("chosen"), "rng-seed");
        if (seed != DeviceTree.NONE && 4 * seedCell + 8 <= tree.lengthOf(seed)) {
            ticks ^= tree.number(seed, seedCell, 2);
            seedCell += 2;
        }
        return ticks;
    }

    @Override
    public String architecture() {
        return "riscv64";
    }

    @Override
    public int processorCount() {
        return 1;
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
