package org.asterism.ostd.bare;

import org.asterism.ostd.unsafe.AssemblyAddress;

/** Addresses that the assembly and the linker script of every bare machine define. */
public final class ImageSymbols {
    private ImageSymbols() {}

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

    /**
     * The end of the image.
     *
     * @return an address, page-aligned
     */
    @AssemblyAddress("ostd_data_end")
    public static native long dataEnd();

    /** Lowest address of the boot stack: its guard page. */
    @AssemblyAddress("ostd_boot_stack")
    static native long bootStack();

    /**
     * The {@link CpuArea} of the boot processor.
     *
     * @return its address
     */
    @AssemblyAddress("ostd_boot_cpu")
    public static native long bootCpu();

    @AssemblyAddress("ostd_task_entry")
    static native long taskEntry();

    @AssemblyAddress("ostd_recovery_start")
    static native long recoveryStart();

    @AssemblyAddress("ostd_recovery_end")
    static native long recoveryEnd();

    /**
     * Where code that failed goes on: the exported end of its process.
     *
     * @return an address of code
     */
    @AssemblyAddress("ostd_kernel_fault")
    public static native long kernelFault();
}
