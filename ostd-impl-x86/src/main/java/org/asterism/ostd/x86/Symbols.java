package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.AssemblyAddress;

/** Addresses that this architecture's assembly defines. */
final class Symbols {
    /** Distance from a physical address of the kernel image to its address. */
    static final long KERNEL_BASE = 0xffffffff80000000L;
    /** Where the image begins in physical memory, its boot part included. */
    static final long LOAD_ADDRESS = 0x200000;

    private Symbols() {}

    @AssemblyAddress("ostd_trap_stubs")
    static native long trapStubs();

    @AssemblyAddress("ostd_syscall_entry")
    static native long syscallEntry();
}
