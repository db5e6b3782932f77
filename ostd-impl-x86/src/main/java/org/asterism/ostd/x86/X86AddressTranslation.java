package org.asterism.ostd.x86;

import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.Address;

/** CR3 and the TLB. One processor is booted: flushing the calling one is flushing all. */
final class X86AddressTranslation extends AddressTranslation {
    /** First entry of a root table that belongs to the kernel. */
    static final int KERNEL_HALF = 256;
    /** More pages than this are forgotten faster by reloading CR3. */
    private static final long MOST_SINGLE_PAGES = 32;

    private final long kernelRoot;
    private final long kernelRootAddress;
    private final long cpuArea;

    X86AddressTranslation(long kernelRoot, long kernelRootAddress, long cpuArea) {
        this.kernelRoot = kernelRoot;
        this.kernelRootAddress = kernelRootAddress;
        this.cpuArea = cpuArea;
    }

    @Override
    public void initializeRoot(long root) {
        long offset = KERNEL_HALF * 8L;
        Address.copyWords(kernelRootAddress + offset, root + offset, (PageTableFormat.ENTRIES - KERNEL_HALF) * 8L);
    }

    @Override
    public void activate(long root) {
        long next = root == 0 ? kernelRoot : root;
        if (next != Address.loadLong(cpuArea + CpuArea.ACTIVE_ROOT)) {
            Address.storeLong(cpuArea + CpuArea.ACTIVE_ROOT, next);
            // SAFETY: every root has the kernel's half, so code, stack and data stay where they are.
            Cpu.writeCr3(next);
        }
    }

    @Override
    public void flush(long root, long start, long end) {
        if (root != Address.loadLong(cpuArea + CpuArea.ACTIVE_ROOT)) {
            return; // activating a root forgets everything of the user half
        }
        if (end - start > MOST_SINGLE_PAGES << PageSize.SHIFT) {
            Cpu.writeCr3(root);
            return;
        }
        flushKernel(start, end);
    }

    @Override
    public void flushKernel(long start, long end) {
        for (long address = start; address < end; address += PageSize.BYTES) {
            Cpu.invalidatePage(address);
        }
    }
}
