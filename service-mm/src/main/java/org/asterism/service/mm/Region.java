package org.asterism.service.mm;

import org.asterism.kernel.memory.MappableFile;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;

/**
 * A range of addresses mapped in one way: a VMA. Guarded by its address space's lock. Each region with a file holds one
 * reference to it.
 */
final class Region {
    /** Stores are seen by everyone who maps the file. */
    static final int SHARED = 1;
    /** {@code mprotect} may grant stores. */
    static final int MAY_WRITE = 2;
    /** A fault just below extends it: stacks. */
    static final int GROWS_DOWN = 4;
    /** Children do not get it (MADV_DONTFORK). */
    static final int NOT_INHERITED = 8;
    /** Children get it empty (MADV_WIPEONFORK). */
    static final int WIPED_ON_FORK = 16;
    /** Pages are made present when mapped (MAP_LOCKED, mlock(2)); there is no swap that could take them away. */
    static final int LOCKED = 32;

    long start;
    long end;
    int protection;
    int flags;
    /** Null for private anonymous memory. */
    final MappableFile file;
    /** Position of {@link #start} in the file, bytes. */
    long offset;
    /** Lowest address to which a region that grows down may extend. */
    long growthFloor;
    /** Links regions that wait for the release of their files. */
    Region nextBuried;

    Region(long start, long end, int protection, int flags, MappableFile file, long offset) {
        this.start = start;
        this.end = end;
        this.protection = protection;
        this.flags = flags;
        this.file = file;
        this.offset = offset;
    }

    /** The same mapping for another range of it; takes no reference to the file. */
    Region slice(long from, long to) {
        Region slice = new Region(from, to, protection, flags, file, offset + (from - start));
        slice.growthFloor = growthFloor;
        return slice;
    }

    long length() {
        return end - start;
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    boolean contains(long address) {
        return address >= start && address < end;
    }

    /** Whether an access is in order; as on x86, any right lets a page be read. */
    boolean allows(int access) {
        return access == Protection.READ ? protection != Protection.NONE : (protection & access) != 0;
    }

    /** What the page table grants for a page that is this mapping's own, or shared on purpose. */
    int pageProtection() {
        return protection == Protection.NONE ? Protection.NONE : protection | Protection.READ;
    }

    /** What the page table may grant before a store has made the page this mapping's own. */
    int pageProtectionBeforeStore() {
        return is(SHARED) ? pageProtection() : pageProtection() & ~Protection.WRITE;
    }

    /** Position of an address in the file. */
    long position(long address) {
        return offset + (address - start);
    }

    /** Page number of an address in the file. */
    long pageIndex(long address) {
        return position(address) >>> PageSize.SHIFT;
    }

    /** Whether the page at an address lies wholly past the end of the file. */
    boolean isPastEnd(long page) {
        return file != null && position(page) >= file.sizeInBytes();
    }

    /** Whether this region and the one right behind it are one mapping. */
    boolean continuesInto(Region next) {
        return end == next.start && protection == next.protection && flags == next.flags && file == next.file
                && (file == null || offset + length() == next.offset);
    }
}
