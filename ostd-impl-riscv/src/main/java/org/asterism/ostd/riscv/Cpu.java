package org.asterism.ostd.riscv;

import org.asterism.ostd.unsafe.AssemblySymbol;

/**
 * Instructions of the processor, in {@code cpu.S} and {@code traps.S}.
 *
 * <h2>Safety</h2>
 * Each does to the machine what the instruction does; callers argue why that keeps memory safe.
 */
final class Cpu {
    private Cpu() {}

    @AssemblySymbol("ostd_select_interrupts")
    static native void selectInterrupts(long sources);

    @AssemblySymbol("ostd_read_status")
    static native long readStatus();

    @AssemblySymbol("ostd_read_time")
    static native long readTime();

    @AssemblySymbol("ostd_read_satp")
    static native long readSatp();

    /** Writes satp and forgets all translations; returns what satp holds then. */
    @AssemblySymbol("ostd_write_satp")
    static native long writeSatp(long value);

    /** Calls the firmware: a value that is not negative, or an error. */
    @AssemblySymbol("ostd_sbi")
    static native long callFirmware(int extension, int function, long first, long second);

    @AssemblySymbol("ostd_set_compare")
    static native void setCompare(long time);

    @AssemblySymbol("ostd_probe_compare")
    static native long probeCompare();

    @AssemblySymbol("ostd_save_floating_point")
    static native void saveFloatingPoint(long image);

    @AssemblySymbol("ostd_restore_floating_point")
    static native void restoreFloatingPoint(long image);

    @AssemblySymbol("ostd_enter_user")
    static native void enterUser(long frame);
}
