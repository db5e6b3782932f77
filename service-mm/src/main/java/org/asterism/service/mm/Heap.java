package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;

/** The memory between the program break's start and end: brk(2). Called with the address space's lock held. */
final class Heap {
    private final Layout layout;
    private long start;
    private long end;

    Heap(Layout layout) {
        this.layout = layout;
    }

    void setStart(long first) {
        start = PageSize.ceil(first);
        end = start;
    }

    void copyFrom(Heap other) {
        start = other.start;
        end = other.end;
    }

    boolean overlaps(Region region) {
        return region.start < end && region.end > start;
    }

    /** Moves the end; returns where it is afterwards, unchanged if the wanted one is impossible. */
    long setEnd(long wanted) {
        if (wanted < start || wanted > VmSpace.maximumAddress() - PageSize.BYTES
                || ResourceLimits.exceeded(ResourceConstants.RLIMIT_DATA, wanted - start)) {
            return end;
        }
        long from = PageSize.ceil(end);
        long to = PageSize.ceil(wanted);
        try {
            if (to < from) {
                layout.unmap(to, from);
            } else if (to > from && !grow(from, to)) {
                return end;
            }
            end = wanted;
        } catch (KernelException | OutOfMemoryError impossible) {
            return end;
        }
        return end;
    }

    private boolean grow(long from, long to) {
        Region above = layout.regions.get(layout.regions.firstEndingAbove(from));
        boolean blocked = above != null && to + PageSize.BYTES > RegionList.lowestUsable(above);
        if (blocked || Mapper.exceedsMemory(to - from)
                || ResourceLimits.exceeded(ResourceConstants.RLIMIT_AS, layout.virtualBytes() + (to - from))
                || layout.regions.size() >= Layout.MAX_REGIONS) {
            return false;
        }
        layout.add(new Region(from, to, Protection.READ | Protection.WRITE, Region.MAY_WRITE, null, 0));
        return true;
    }
}
