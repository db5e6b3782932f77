package org.asterism.ostd.x86;

import org.asterism.ostd.arch.Board;
import org.asterism.ostd.bare.ProcessorControl;
import org.asterism.ostd.unsafe.Address;

/** A PC: ACPI power-off and reset, RDRAND, the CMOS clock's ports. */
final class X86Board extends Board {
    private static final int SLEEP_ENABLE = 1 << 13;
    private static final int SLEEP_TYPE_SHIFT = 10;
    private static final int KEYBOARD_CONTROLLER = 0x64;
    private static final int PULSE_RESET = 0xfe;
    private static final int CMOS_INDEX = 0x70;
    private static final int CMOS_DATA = 0x71;
    private static final int CPUID_FEATURES = 1;
    private static final int CPUID_ECX = 2;
    private static final long FEATURE_RDRAND = 1 << 30;

    private final AcpiTables acpi;
    private final long scratch;
    private final boolean hasRandom = (Cpu.cpuid(CPUID_FEATURES, 0, CPUID_ECX) & FEATURE_RDRAND) != 0;

    /** A board with these tables; {@code scratch} is the address of 16 zeroed bytes. */
    X86Board(AcpiTables acpi, long scratch) {
        this.acpi = acpi;
        this.scratch = scratch;
    }

    @Override
    public void powerOff() {
        ProcessorControl.disableInterrupts();
        if (acpi.pm1aControl() != 0 && acpi.sleepTypeOff() >= 0) {
            Cpu.out16(acpi.pm1aControl(), acpi.sleepTypeOff() << SLEEP_TYPE_SHIFT | SLEEP_ENABLE);
        }
        ProcessorControl.halt();
    }

    @Override
    public void restart() {
        ProcessorControl.disableInterrupts();
        if (acpi.resetPort() != 0) {
            Cpu.out8(acpi.resetPort(), acpi.resetValue());
        }
        Cpu.out8(KEYBOARD_CONTROLLER, PULSE_RESET);
        Address.storeLong(scratch, 0);
        Address.storeLong(scratch + 8, 0);
        Cpu.tripleFault(scratch);
    }

    /** Mixed with the time stamp counter, which is all there is without RDRAND. */
    @Override
    public long randomWord() {
        long ticks = Cpu.readTsc() * 0x9e37_79b9_7f4a_7c15L;
        return hasRandom ? Cpu.random() ^ ticks : ticks;
    }

    @Override
    public String architecture() {
        return "x86_64";
    }

    @Override
    public int processorCount() {
        return 1;
    }

    @Override
    public int readPort8(int port) {
        checkPort(port);
        return Cpu.in8(port);
    }

    @Override
    public void writePort8(int port, int value) {
        checkPort(port);
        Cpu.out8(port, value);
    }

    private static void checkPort(int port) {
        if (port != CMOS_INDEX && port != CMOS_DATA) {
            throw new IllegalArgumentException("port 0x" + Integer.toHexString(port)
                    + " is not given to services; only the CMOS clock's 0x70 and 0x71 are");
        }
    }
}
