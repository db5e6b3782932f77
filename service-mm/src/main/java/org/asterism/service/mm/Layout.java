package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.MappedViews;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;

/**
 * The regions of an address space together with its page table; every method keeps the two in step. Called with the address space's
 * lock held. Methods that can run out of memory do so before they change anything.
 */
final class Layout {
    /** Most regions, as Linux's {@code vm.max_map_count}. */
    static final int MAX_REGIONS = 65_530;
    /** Regions that unmapping a range adds at most: the range is cut out of one. */
    static final int MOST_CUT = 2;

    final RegionList regions = new RegionList();
    final VmSpace pages;
    private long virtualBytes;
    private Region buried;

    private final MappedViews.View owner;

    /** An empty layout over an empty page table; files are told that {@code owner} maps them. */
    Layout(VmSpace pages, MappedViews.View owner) {
        this.pages = pages;
        this.owner = owner;
    }

    long virtualBytes() {
        return virtualBytes;
    }

    /** Mapped of no file, whether touched or not. */
    long anonymousBytes() {
        long bytes = virtualBytes;
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).file != null) {
                bytes -= regions.get(i).length();
            }
        }
        return bytes;
    }

    /** Takes the reference to its file that a region holds from then on. */
    void attach(Region region) {
        if (region.file == null) {
            return;
        }
        MappedViews views = region.file.views();
        if (views != null) {
            views.add(owner);
        }
        region.file.retain();
    }

    /** Gives the reference of a buried region back. Called without the lock. */
    void detach(Region region) {
        MappedViews views = region.file.views();
        if (views != null) {
            views.remove(owner);
        }
        region.file.release();
    }

    /** Unmaps pages of a file wherever it is mapped. */
    void withdraw(MappedViews of, long firstPage, long endPage, boolean copiesToo) {
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            if (region.file == null || region.file.views() != of || !copiesToo && !region.is(Region.SHARED)) {
                continue;
            }
            long first = Math.max(firstPage, region.pageIndex(region.start));
            long end = Math.min(endPage, region.pageIndex(region.end));
            if (first < end) {
                long start = region.start + (first - region.pageIndex(region.start) << PageSize.SHIFT);
                pages.unmap(start, end - first << PageSize.SHIFT);
            }
        }
    }

    /** Takes in a region where nothing is mapped, {@link #attach}ed to its file. */
    void add(Region region) {
        regions.insert(region);
        virtualBytes += region.length();
        join(region.start, region.end);
    }

    /** Moves the start of a region down over free addresses. */
    void growDown(Region region, long start) {
        virtualBytes += region.start - start;
        region.start = start;
    }

    /** Moves the end of a region up over free addresses. */
    void growUp(Region region, long end) {
        virtualBytes += end - region.end;
        region.end = end;
        join(region.start, end);
    }

    /**
     * Unmaps a range, which may begin below what can be mapped.
     *
     * @throws KernelException {@code ENOMEM} if that would make too many regions
     */
    void unmap(long start, long end) throws KernelException {
        if (!regions.overlaps(start, end)) {
            return;
        }
        int from = isolate(start, end);
        int to = from;
        for (Region region = regions.get(to); region != null && region.start < end; region = regions.get(to)) {
            virtualBytes -= region.length();
            bury(region);
            to++;
        }
        regions.remove(from, to);
        long low = Math.max(start, VmSpace.minimumAddress());
        pages.unmap(low, end - low);
    }

    /**
     * Splits regions so that none crosses either end of a range.
     *
     * @return index of the first region that ends above {@code start}
     * @throws KernelException {@code ENOMEM} if that would make too many regions
     */
    int isolate(long start, long end) throws KernelException {
        Region first = crossing(start);
        Region last = crossing(end);
        int more = (first == null ? 0 : 1) + (last == null ? 0 : 1);
        if (more > 0) {
            if (regions.size() + more > MAX_REGIONS) {
                throw KernelException.of(Errno.ENOMEM);
            }
            regions.reserve(more);
            Region upper = last == null ? null : last.slice(end, last.end);
            Region middle = first == null ? null : first.slice(start, first == last ? end : first.end);
            cut(last, end, upper);
            cut(first, start, middle);
        }
        return regions.firstEndingAbove(start);
    }

    /** Joins neighbours that are one mapping, within and around a range. */
    void join(long start, long end) {
        int index = Math.max(0, regions.firstEndingAbove(start) - 1);
        while (true) {
            Region region = regions.get(index);
            Region next = regions.get(index + 1);
            if (next == null || region.start > end) {
                return;
            }
            if (region.continuesInto(next)) {
                region.end = next.end;
                regions.remove(index + 1, index + 2);
                bury(next);
            } else {
                index++;
            }
        }
    }

    /** Sets the rights of a region and of its pages, without ever granting a store to a page that others may see. */
    void protect(Region region, int protection) {
        region.protection = protection;
        pages.protect(region.start, region.length(), region.pageProtectionBeforeStore());
    }

    /** Fills an empty layout with this one's mappings, private pages shared copy-on-write. */
    void copyTo(Layout child) {
        child.regions.reserve(regions.size());
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            if (region.is(Region.NOT_INHERITED)) {
                continue;
            }
            Region copy = region.slice(region.start, region.end);
            copy.flags &= ~Region.LOCKED;
            child.attach(copy);
            child.regions.insert(copy);
            child.virtualBytes += copy.length();
            if (!region.is(Region.SHARED) && !region.is(Region.WIPED_ON_FORK)) {
                pages.cloneCopyOnWrite(child.pages, region.start, region.length());
            }
        }
    }

    /** Forgets all regions, to be followed by the end of the page table. */
    void clear() {
        for (int i = 0; i < regions.size(); i++) {
            bury(regions.get(i));
        }
        regions.remove(0, regions.size());
        virtualBytes = 0;
    }

    /** Hands over the regions whose files are to be released once the lock is dropped. */
    Region takeBuried() {
        Region first = buried;
        buried = null;
        return first;
    }

    /** Puts a region that is no longer mapped on the list of files to release. */
    void bury(Region region) {
        if (region.file != null) {
            region.nextBuried = buried;
            buried = region;
        }
    }

    private Region crossing(long address) {
        Region region = regions.find(address);
        return region != null && region.start < address ? region : null;
    }

    private void cut(Region lower, long at, Region upper) {
        if (lower == null) {
            return;
        }
        attach(upper);
        lower.end = at;
        regions.insert(upper);
    }

    /** Whether every address of a range is mapped. */
    boolean isMapped(long start, long end) {
        long at = start;
        for (int i = regions.firstEndingAbove(start); at < end; i++) {
            Region region = regions.get(i);
            if (region == null || region.start > at) {
                return false;
            }
            at = region.end;
        }
        return true;
    }

    /** How much of a range is mapped. */
    long mappedBytes(long start, long end) {
        long sum = 0;
        for (int i = regions.firstEndingAbove(start); i < regions.size() && regions.get(i).start < end; i++) {
            Region region = regions.get(i);
            sum += Math.min(end, region.end) - Math.max(start, region.start);
        }
        return sum;
    }

    /** Whether a region grants anything. */
    static boolean isAccessible(Region region) {
        return region.protection != Protection.NONE;
    }
}
