package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.AssemblyAddress;

/** Addresses that assembly and the linker script define. */
final class Symbols {
    /** Distance from a physical address of the kernel image to its address. */
    static final long KERNEL_BASE = 0xffffffff80000000L;
    /** Where the image begins in physical memory, its boot part included. */
    static final long LOAD_ADDRESS = 0x200000;

    private Symbols() {}

    @AssemblyAddress("ostd_text_start")
    static native long textStart();

    @AssemblyAddress("ostd_text_end")
    static native long textEnd();

    @AssemblyAddress("ostd_rodata_start")
    static native long constantsStart();

    @AssemblyAddress("ostd_rodata_end")
    static native long constantsEnd();

    @AssemblyAddress("ostd_data_start")
    static native long dataStart();

    @AssemblyAddress("ostd_data_end")
    static native long dataEnd();

    /** Lowest address of the boot stack: its guard page. */
    @AssemblyAddress("ostd_boot_stack")
    static native long bootStack();

    @AssemblyAddress("ostd_boot_cpu")
    static native long bootCpu();

    @AssemblyAddress("ostd_trap_stubs")
    static native long trapStubs();

    @AssemblyAddress("ostd_syscall_entry")
    static native long syscallEntry();

    @AssemblyAddress("ostd_task_entry")
    static native long taskEntry();

    @AssemblyAddress("ostd_recovery_start")
    static native long recoveryStart();

    @AssemblyAddress("ostd_recovery_end")
    static native long recoveryEnd();

    @AssemblyAddress("ostd_kernel_fault")
    static native long kernelFault();
}
