package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.memory.EndlessZeroes;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.Placement;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryStatistics;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;

/** New mappings: where they go and whether they may be. Called with the address space's lock held. */
final class Mapper {
    private static final long LOW_START = 0x4000_0000L;
    private static final long LOW_END = 0x8000_0000L;
    /** What a stack has before its first growth: as Linux's {@code setup_arg_pages}. */
    private static final long INITIAL_STACK_BYTES = 128 << 10;

    private final Layout layout;
    private long ceiling;

    /** Maps below {@code ceiling} where the program leaves the choice. */
    Mapper(Layout layout, long ceiling) {
        this.layout = layout;
        this.ceiling = ceiling;
    }

    long ceiling() {
        return ceiling;
    }

    /** mmap(2) once descriptors and flags are understood. */
    long map(MapRequest request) throws KernelException {
        if (request.length() == 0 || (request.offset() & PageSize.OFFSET_MASK) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        long length = PageSize.ceil(request.length());
        if (length <= 0) {
            throw KernelException.of(Errno.ENOMEM);
        }
        if (request.file() != null && (request.offset() < 0 || length > FrameTable.MAX_BYTES
                || request.offset() > FrameTable.MAX_BYTES - length)) {
            throw KernelException.of(Errno.EOVERFLOW);
        }
        long start = place(request, length);
        checkLimits(request, start, length);
        MappableFile file = request.file() == EndlessZeroes.INSTANCE ? null : request.file();
        if (file == null && request.is(Region.SHARED)) {
            file = new SharedMemory(length);
        }
        Region region = new Region(start, start + length, request.protection(), request.flags() & ~MapRequest.REQUEST_ONLY,
                file, file == request.file() && file != null ? request.offset() : 0);
        region.growthFloor = VmSpace.minimumAddress();
        layout.attach(region);
        boolean added = false;
        try {
            layout.regions.reserve(Layout.MOST_CUT + 1);
            layout.unmap(start, start + length);
            layout.add(region);
            added = true;
        } finally {
            if (!added) {
                layout.bury(region);
            }
        }
        return start;
    }

    /** The main stack: a little memory at the top of a reserved range, down to whose low end it grows. */
    void mapStack(long low, long high) throws KernelException {
        if (((low | high) & PageSize.OFFSET_MASK) != 0 || low >= high || low < VmSpace.minimumAddress()
                || high > VmSpace.maximumAddress() || layout.regions.overlaps(low, high)) {
            throw KernelException.of(Errno.ENOMEM);
        }
        Region stack = new Region(Math.max(low, high - INITIAL_STACK_BYTES), high, Protection.READ | Protection.WRITE,
                Region.MAY_WRITE | Region.GROWS_DOWN, null, 0);
        stack.growthFloor = low;
        layout.add(stack);
        if (low > VmSpace.maximumAddress() / 2) {
            // what the stack may grow into stays free: mappings go below it, as on Linux
            ceiling = Math.min(ceiling, low - RegionList.GUARD_BYTES);
        }
    }

    /** Finds room for a length, top-down; throws {@code ENOMEM} if there is none. */
    long findRoom(long length) throws KernelException {
        long start = layout.regions.findTopDown(VmSpace.minimumAddress(), ceiling, length);
        if (start == RegionList.NONE) {
            start = layout.regions.findBottomUp(ceiling, VmSpace.maximumAddress(), length);
        }
        if (start == RegionList.NONE) {
            throw KernelException.of(Errno.ENOMEM);
        }
        return start;
    }

    /** Whether private memory of this size could never be had: Linux's heuristic against obvious overcommit. */
    static boolean exceedsMemory(long length) {
        return length > MemoryStatistics.totalBytes();
    }

    private long place(MapRequest request, long length) throws KernelException {
        if (length > VmSpace.maximumAddress()) {
            throw KernelException.of(Errno.ENOMEM);
        }
        long address = request.address();
        if (request.placement() != Placement.HINT) {
            return placeExactly(address, length, request.placement());
        }
        if (request.is(MapRequest.LOW_ADDRESS)) {
            return placeLow(address, length);
        }
        long hint = Math.max(VmSpace.minimumAddress(), PageSize.floor(address));
        if (address != 0 && Ranges.isUserRange(hint, length) && isFree(hint, length)) {
            return hint;
        }
        return findRoom(length);
    }

    private long placeExactly(long address, long length, Placement placement) throws KernelException {
        if (!Ranges.isUserRange(address, length)) {
            throw KernelException.of(Errno.ENOMEM);
        }
        if ((address & PageSize.OFFSET_MASK) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (address < VmSpace.minimumAddress()) {
            throw KernelException.of(Errno.EPERM);
        }
        if (placement == Placement.EXACT && layout.regions.overlaps(address, address + length)) {
            throw KernelException.of(Errno.EEXIST);
        }
        return address;
    }

    private long placeLow(long address, long length) throws KernelException {
        long hint = PageSize.ceil(address);
        if (hint >= VmSpace.minimumAddress() && hint < LOW_END && length <= LOW_END - hint && isFree(hint, length)) {
            return hint;
        }
        long start = length > LOW_END ? RegionList.NONE : layout.regions.findBottomUp(LOW_START, LOW_END, length);
        if (start == RegionList.NONE) {
            throw KernelException.of(Errno.ENOMEM);
        }
        return start;
    }

    /** Whether nothing is in the way, the guard of a stack above included. */
    private boolean isFree(long start, long length) {
        Region above = layout.regions.get(layout.regions.firstEndingAbove(start));
        return above == null || start + length <= RegionList.lowestUsable(above);
    }

    private void checkLimits(MapRequest request, long start, long length) throws KernelException {
        boolean reserves = !request.is(Region.SHARED) && (request.protection() & Protection.WRITE) != 0
                && !request.is(MapRequest.NOT_RESERVED);
        if (layout.regions.size() >= Layout.MAX_REGIONS || reserves && exceedsMemory(length)
                || ResourceLimits.exceeded(ResourceConstants.RLIMIT_AS,
                        layout.virtualBytes() + length - layout.mappedBytes(start, start + length))) {
            throw KernelException.of(Errno.ENOMEM);
        }
    }
}
