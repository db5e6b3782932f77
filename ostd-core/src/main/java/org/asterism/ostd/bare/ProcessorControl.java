package org.asterism.ostd.bare;

import org.asterism.ostd.unsafe.AssemblySymbol;

/**
 * Instructions that every processor has, in the {@code cpu.S} of each architecture.
 *
 * <h2>Safety</h2>
 * Each does to the machine what it says; callers argue why that keeps memory safe.
 */
public final class ProcessorControl {
    private ProcessorControl() {}

    /**
     * Turns interrupts off.
     *
     * @return what {@link #restoreInterrupts} takes
     */
    @AssemblySymbol("ostd_disable_interrupts")
    public static native long disableInterrupts();

    /**
     * Makes interrupts what they were.
     *
     * @param before from {@link #disableInterrupts}
     */
    @AssemblySymbol("ostd_restore_interrupts")
    public static native void restoreInterrupts(long before);

    /** Turns interrupts on. */
    @AssemblySymbol("ostd_enable_interrupts")
    static native void enableInterrupts();

    /** Stops the processor for good. */
    @AssemblySymbol("ostd_halt")
    public static native void halt();

    /**
     * Forgets the translation of a page.
     *
     * @param address of the page
     */
    @AssemblySymbol("ostd_invalidate_page")
    public static native void invalidatePage(long address);
}
