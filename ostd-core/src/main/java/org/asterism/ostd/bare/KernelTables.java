package org.asterism.ostd.bare;

import org.asterism.ostd.arch.KernelPageFormat;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.unsafe.Address;

/**
 * The kernel's half of the final page tables: the linear map of RAM, the image with exactly the rights of its parts, and device registers.
 * No page is writable and executable, and code and constants have no writable alias.
 */
public final class KernelTables {
    private static final int DATA = Protection.READ | Protection.WRITE;
    private static final int CODE = Protection.READ | Protection.EXECUTE;

    private final FrameAllocator allocator;
    private final KernelPageFormat format;
    private final long imageDistance;
    private final long linearMap;
    private final long root;
    private long nextDevice;
    private long deviceEnd;

    /**
     * Tables that map nothing. Frames must come from memory that the provisional linear map reaches.
     *
     * @param allocator     where tables come from
     * @param format        of their entries
     * @param imageDistance from a physical address of the image to the address where it is linked
     */
    public KernelTables(FrameAllocator allocator, KernelPageFormat format, long imageDistance) {
        this.allocator = allocator;
        this.format = format;
        this.imageDistance = imageDistance;
        linearMap = allocator.memory().address(0);
        root = allocator.allocateTypedZeroed();
    }

    /**
     * The root table.
     *
     * @return its physical address
     */
    public long root() {
        return root;
    }

    /**
     * Maps RAM in the linear map; the image's code and constants read-only.
     *
     * @param ram its ranges
     */
    public void mapLinear(MemoryMap ram) {
        long sealedStart = sealedStart(imageDistance);
        long sealedEnd = sealedEnd(imageDistance);
        for (int i = 0; i < ram.count(); i++) {
            long start = ram.start(i);
            long end = ram.end(i);
            mapRange(start, Math.min(end, sealedStart), linearMap, DATA);
            mapRange(Math.max(start, sealedStart), Math.min(end, sealedEnd), linearMap, Protection.READ);
            mapRange(Math.max(start, sealedEnd), end, linearMap, DATA);
        }
    }

    /** Maps the image where it is linked; the lowest page of the boot stack stays unmapped. */
    public void mapImage() {
        mapPart(ImageSymbols.textStart(), ImageSymbols.textEnd(), CODE);
        mapPart(ImageSymbols.constantsStart(), ImageSymbols.constantsEnd(), Protection.READ);
        mapPart(ImageSymbols.dataStart(), ImageSymbols.bootStack(), DATA);
        mapPart(ImageSymbols.bootStack() + PageSize.BYTES, ImageSymbols.dataEnd(), DATA);
    }

    /**
     * Maps a page of device registers at its place in the linear map.
     *
     * @param physical address of the page
     * @return its address
     */
    public long mapDevice(long physical) {
        Address.storeLong(slot(table(linearMap + physical, 0), linearMap + physical, 0), format.deviceLeaf(physical));
        return linearMap + physical;
    }

    /**
     * Reserves a range of addresses for {@link #mapRegisters}.
     *
     * @param start first address
     * @param bytes length
     */
    public void reserveDevices(long start, long bytes) {
        reserve(start, bytes);
        nextDevice = start;
        deviceEnd = start + bytes;
    }

    /**
     * Maps device registers in the range for devices, for good. Called by one task at a time.
     *
     * @param physical address of the first
     * @param bytes    length
     * @return their address, 0 if the range is full
     */
    public long mapRegisters(long physical, long bytes) {
        long first = PageSize.floor(physical);
        long start = nextDevice;
        if (bytes > deviceEnd - start - PageSize.BYTES) {
            return 0;
        }
        for (long page = first; page < physical + bytes; page += PageSize.BYTES) {
            long address = start + page - first;
            Address.storeLong(slot(table(address, 0), address, 0), format.deviceLeaf(page));
            nextDevice = address + PageSize.BYTES;
        }
        return start + physical - first;
    }

    /**
     * Makes the entries of the root that cover a range present, so that every other root shares what is mapped below them.
     *
     * @param start first address
     * @param bytes length
     */
    public void reserve(long start, long bytes) {
        int top = format.levels() - 1;
        for (long offset = 0; offset < bytes; offset += PageTableFormat.span(top)) {
            lower(root, start + offset, top);
        }
    }

    /** Physical address of the first byte that nobody may write. */
    static long sealedStart(long imageDistance) {
        return ImageSymbols.textStart() - imageDistance;
    }

    /** Physical address past the last byte that nobody may write. */
    static long sealedEnd(long imageDistance) {
        return ImageSymbols.constantsEnd() - imageDistance;
    }

    private void mapPart(long start, long end, int protection) {
        mapRange(start - imageDistance, end - imageDistance, imageDistance, protection);
    }

    private void mapRange(long start, long end, long distance, int protection) {
        long large = PageTableFormat.span(1);
        long physical = start;
        while (physical < end) {
            int level = (physical & large - 1) == 0 && end - physical >= large ? 1 : 0;
            Address.storeLong(slot(table(physical + distance, level), physical + distance, level), format.leaf(physical, protection, level));
            physical += PageTableFormat.span(level);
        }
    }

    private long table(long address, int wanted) {
        long table = root;
        for (int level = format.levels() - 1; level > wanted; level--) {
            table = lower(table, address, level);
        }
        return table;
    }

    private long lower(long table, long address, int level) {
        long slot = slot(table, address, level);
        long entry = Address.loadLong(slot);
        if (entry == 0) {
            entry = format.kernelTable(allocator.allocateTypedZeroed());
            Address.storeLong(slot, entry);
        }
        return format.frame(entry);
    }

    private long slot(long table, long address, int level) {
        return allocator.memory().address(table) + PageTableFormat.slotOffset(address, level);
    }
}
