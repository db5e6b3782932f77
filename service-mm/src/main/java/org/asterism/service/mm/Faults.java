package org.asterism.service.mm;

import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.memory.FaultOutcome;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.PageState;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;

/** Page faults: what a region's page becomes on its first touch and on its first store. Called with the lock held; allocates no object. */
final class Faults {
    /** Pages of a file that one read fault maps at most, if they are in the cache already: as Linux's {@code fault_around_bytes}. */
    private static final int AROUND_PAGES = 16;

    private Faults() {
    }

    /**
     * Resolves a fault.
     *
     * @param layout of the address space
     * @param address any user address
     * @param access a {@link Protection} bit
     * @return what became of it
     * @throws OutOfMemoryError when no frame is free
     */
    static FaultOutcome resolve(Layout layout, long address, int access) {
        long page = PageSize.floor(address);
        if (page < VmSpace.minimumAddress() || page >= VmSpace.maximumAddress()) {
            return FaultOutcome.NOT_MAPPED;
        }
        int index = layout.regions.firstEndingAbove(page);
        Region region = layout.regions.get(index);
        if (region == null || page < region.start && !growStack(layout, index, page)) {
            return FaultOutcome.NOT_MAPPED;
        }
        if (!region.allows(access)) {
            return FaultOutcome.NOT_ALLOWED;
        }
        int state = layout.pages.query(page);
        if ((state & PageState.PRESENT) == 0) {
            return bringIn(layout.pages, region, page, access);
        }
        if (isGranted(state, access)) {
            return FaultOutcome.RESOLVED;
        }
        if (access == Protection.WRITE && !region.is(Region.SHARED)) {
            layout.pages.makePrivate(page, region.pageProtection());
        } else {
            layout.pages.protect(page, PageSize.BYTES, region.pageProtectionBeforeStore());
        }
        return FaultOutcome.RESOLVED;
    }

    private static boolean isGranted(int state, int access) {
        return (state & access) != 0;
    }

    private static FaultOutcome bringIn(VmSpace pages, Region region, long page, int access) {
        if (region.file == null) {
            pages.mapZeroed(page, region.pageProtection());
            return FaultOutcome.RESOLVED;
        }
        if (region.isPastEnd(page)) {
            return FaultOutcome.PAST_END;
        }
        FrameTable table = region.file.pages();
        if (region.is(Region.SHARED)) {
            pages.mapShared(page, table, region.pageIndex(page), region.pageProtection());
        } else if (access == Protection.WRITE) {
            pages.mapCopy(page, table, region.pageIndex(page), region.pageProtection());
        } else {
            pages.mapShared(page, table, region.pageIndex(page), region.pageProtectionBeforeStore());
            mapAround(pages, region, page, table);
        }
        return FaultOutcome.RESOLVED;
    }

    /** Maps cached neighbours of a page of a private file mapping: programs touch text and constants in runs. */
    private static void mapAround(VmSpace pages, Region region, long page, FrameTable table) {
        long window = (long) AROUND_PAGES * PageSize.BYTES;
        long low = Math.max(region.start, page & -window);
        long high = Math.min(region.end, (page & -window) + window);
        for (long at = low; at < high; at += PageSize.BYTES) {
            if (at != page && !region.isPastEnd(at) && table.isPresent(region.pageIndex(at))
                    && !mapPresent(pages, region, at, table)) {
                return;
            }
        }
    }

    /** Maps a page nobody has asked for yet; returns false if there is no memory for a page table, which is nobody's error. */
    private static boolean mapPresent(VmSpace pages, Region region, long page, FrameTable table) {
        try {
            pages.mapShared(page, table, region.pageIndex(page), region.pageProtectionBeforeStore());
            return true;
        } catch (OutOfMemoryError noTable) {
            return false;
        }
    }

    /** Extends the region at an index down to a page, if it grows and neither a limit nor a neighbour is in the way. */
    private static boolean growStack(Layout layout, int index, long page) {
        Region region = layout.regions.get(index);
        if (!region.is(Region.GROWS_DOWN) || page < region.growthFloor) {
            return false;
        }
        Region below = layout.regions.get(index - 1);
        if (below != null && !below.is(Region.GROWS_DOWN) && Layout.isAccessible(below)
                && page - below.end < RegionList.GUARD_BYTES) {
            return false;
        }
        long growth = region.start - page;
        if (ResourceLimits.exceeded(ResourceConstants.RLIMIT_STACK, region.end - page)
                || ResourceLimits.exceeded(ResourceConstants.RLIMIT_AS, layout.virtualBytes() + growth)) {
            return false;
        }
        layout.growDown(region, page);
        return true;
    }
}
