package org.asterism.ostd.x86;

import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.Address;

/**
 * The kernel's half of the final page tables: the linear map of RAM, the image with exactly the rights of its parts, and device registers.
 * No page is writable and executable, and code and constants have no writable alias.
 */
final class KernelTables {
    private static final long LARGE_BYTES = 2L << 20;
    private static final long DATA_RIGHTS = X86PageTableFormat.PRESENT | X86PageTableFormat.WRITABLE | X86PageTableFormat.GLOBAL
            | X86PageTableFormat.NO_EXECUTE;
    private static final long CONSTANT_RIGHTS = X86PageTableFormat.PRESENT | X86PageTableFormat.GLOBAL | X86PageTableFormat.NO_EXECUTE;
    private static final long CODE_RIGHTS = X86PageTableFormat.PRESENT | X86PageTableFormat.GLOBAL;
    private static final int TOP = 3;

    private final FrameAllocator allocator;
    private final PageTableFormat format;
    private final long root;

    /** Tables that map nothing. Frames must come from memory that the provisional linear map reaches. */
    KernelTables(FrameAllocator allocator, PageTableFormat format) {
        this.allocator = allocator;
        this.format = format;
        root = allocator.allocateTypedZeroed();
    }

    long root() {
        return root;
    }

    /** Maps RAM in the linear map; the image's code and constants read-only. */
    void mapLinear(long start, long end) {
        long sealedStart = Symbols.textStart() - Symbols.KERNEL_BASE;
        long sealedEnd = Symbols.constantsEnd() - Symbols.KERNEL_BASE;
        mapRange(start, Math.min(end, sealedStart), X86PhysicalMemory.LINEAR_MAP, DATA_RIGHTS);
        mapRange(Math.max(start, sealedStart), Math.min(end, sealedEnd), X86PhysicalMemory.LINEAR_MAP, CONSTANT_RIGHTS);
        mapRange(Math.max(start, sealedEnd), end, X86PhysicalMemory.LINEAR_MAP, DATA_RIGHTS);
    }

    /** Maps the image where it is linked; the lowest page of the boot stack stays unmapped. */
    void mapImage() {
        long base = Symbols.KERNEL_BASE;
        mapRange(Symbols.textStart() - base, Symbols.textEnd() - base, base, CODE_RIGHTS);
        mapRange(Symbols.constantsStart() - base, Symbols.constantsEnd() - base, base, CONSTANT_RIGHTS);
        mapRange(Symbols.dataStart() - base, Symbols.bootStack() - base, base, DATA_RIGHTS);
        mapRange(Symbols.bootStack() - base + PageSize.BYTES, Symbols.dataEnd() - base, base, DATA_RIGHTS);
    }

    /** Maps a page of device registers at its place in the linear map, uncached; returns its address. */
    long mapDevice(long physical) {
        mapRange(physical, physical + PageSize.BYTES, X86PhysicalMemory.LINEAR_MAP, DATA_RIGHTS | X86PageTableFormat.UNCACHED);
        return X86PhysicalMemory.LINEAR_MAP + physical;
    }

    /** Makes the entry of the root that covers an address present, so that every other root shares what is mapped below it. */
    void reserve(long address) {
        lower(root, address, TOP);
    }

    private void mapRange(long start, long end, long distance, long rights) {
        long physical = start;
        while (physical < end) {
            boolean large = (physical & LARGE_BYTES - 1) == 0 && end - physical >= LARGE_BYTES;
            long table = root;
            for (int level = TOP; level > (large ? 1 : 0); level--) {
                table = lower(table, physical + distance, level);
            }
            long slot = slot(table, physical + distance, large ? 1 : 0);
            Address.storeLong(slot, physical | rights | (large ? X86PageTableFormat.LARGE : 0));
            physical += large ? LARGE_BYTES : PageSize.BYTES;
        }
    }

    private long lower(long table, long address, int level) {
        long slot = slot(table, address, level);
        long entry = Address.loadLong(slot);
        if (entry == 0) {
            entry = format.tableEntry(allocator.allocateTypedZeroed()) & ~X86PageTableFormat.USER;
            Address.storeLong(slot, entry);
        }
        return format.frame(entry);
    }

    private long slot(long table, long address, int level) {
        return allocator.memory().address(table) + PageTableFormat.slotOffset(address, level);
    }
}
