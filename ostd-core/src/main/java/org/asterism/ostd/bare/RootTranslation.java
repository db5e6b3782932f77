package org.asterism.ostd.bare;

import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.Address;

/** The root register of a processor and its TLB. One processor is booted: flushing the calling one is flushing all. */
public abstract class RootTranslation extends AddressTranslation {
    /** First entry of a root table that belongs to the kernel. */
    private static final int KERNEL_HALF = 256;
    /** More pages than this are forgotten faster by forgetting all of the user half. */
    private static final long MOST_SINGLE_PAGES = 32;

    private final long kernelRoot;
    private final long kernelRootAddress;
    private final long cpuArea = ImageSymbols.bootCpu();

    /**
     * Translation of the booted processor.
     *
     * @param kernelRoot        physical address of the kernel's own root table
     * @param kernelRootAddress its address
     */
    protected RootTranslation(long kernelRoot, long kernelRootAddress) {
        this.kernelRoot = kernelRoot;
        this.kernelRootAddress = kernelRootAddress;
    }

    /**
     * Makes the processor follow a root table, and forget everything about the user half.
     *
     * @param root physical address
     */
    protected abstract void follow(long root);

    @Override
    public final void initializeRoot(long root) {
        long offset = KERNEL_HALF * 8L;
        Address.copyWords(kernelRootAddress + offset, root + offset, (PageTableFormat.ENTRIES - KERNEL_HALF) * 8L);
    }

    @Override
    public final void activate(long root) {
        long next = root == 0 ? kernelRoot : root;
        if (next != Address.loadLong(cpuArea + CpuArea.ACTIVE_ROOT)) {
            Address.storeLong(cpuArea + CpuArea.ACTIVE_ROOT, next);
            // SAFETY: every root has the kernel's half, so code, stack and data stay where they are.
            follow(next);
        }
    }

    @Override
    public final void flush(long root, long start, long end) {
        if (root != Address.loadLong(cpuArea + CpuArea.ACTIVE_ROOT)) {
            return; // activating a root forgets everything of the user half
        }
        if (end - start > MOST_SINGLE_PAGES << PageSize.SHIFT) {
            follow(root);
            return;
        }
        flushKernel(start, end);
    }

    @Override
    public final void flushKernel(long start, long end) {
        for (long address = start; address < end; address += PageSize.BYTES) {
            ProcessorControl.invalidatePage(address);
        }
    }
}
