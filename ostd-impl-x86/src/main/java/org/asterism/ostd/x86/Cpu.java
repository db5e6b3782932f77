package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.AssemblySymbol;

/**
 * Instructions of the processor, one a method, in {@code cpu.S}.
 *
 * <h2>Safety</h2>
 * Each does to the machine what the instruction does; callers argue why that keeps memory safe.
 */
final class Cpu {
    private Cpu() {}

    @AssemblySymbol("ostd_in8")
    static native int in8(int port);

    @AssemblySymbol("ostd_out8")
    static native void out8(int port, int value);

    @AssemblySymbol("ostd_in16")
    static native int in16(int port);

    @AssemblySymbol("ostd_out16")
    static native void out16(int port, int value);

    @AssemblySymbol("ostd_in32")
    static native int in32(int port);

    @AssemblySymbol("ostd_out32")
    static native void out32(int port, int value);

    @AssemblySymbol("ostd_out8_many")
    static native void out8Many(int port, long from, int count);

    @AssemblySymbol("ostd_read_msr")
    static native long readMsr(int register);

    @AssemblySymbol("ostd_write_msr")
    static native void writeMsr(int register, long value);

    /** One register of a CPUID leaf: 0 eax, 1 ebx, 2 ecx, 3 edx; zero-extended. */
    @AssemblySymbol("ostd_cpuid")
    static native long cpuid(int leaf, int subleaf, int register);

    @AssemblySymbol("ostd_read_tsc")
    static native long readTsc();

    @AssemblySymbol("ostd_random")
    static native long random();

    @AssemblySymbol("ostd_read_cr0")
    static native long readCr0();

    @AssemblySymbol("ostd_read_cr2")
    static native long readCr2();

    @AssemblySymbol("ostd_read_cr3")
    static native long readCr3();

    @AssemblySymbol("ostd_write_cr3")
    static native void writeCr3(long value);

    @AssemblySymbol("ostd_read_cr4")
    static native long readCr4();

    @AssemblySymbol("ostd_write_cr4")
    static native void writeCr4(long value);

    @AssemblySymbol("ostd_load_tables")
    static native void loadTables(long gdtPointer, long idtPointer, int taskRegister);

    @AssemblySymbol("ostd_load_user_segments")
    static native void loadUserSegments(long fsBase, long gsBase);

    @AssemblySymbol("ostd_save_floating_point")
    static native void saveFloatingPoint(long image);

    @AssemblySymbol("ostd_restore_floating_point")
    static native void restoreFloatingPoint(long image);

    @AssemblySymbol("ostd_triple_fault")
    static native void tripleFault(long emptyIdtPointer);

    @AssemblySymbol("ostd_enter_user")
    static native void enterUser(long imageEnd);
}
