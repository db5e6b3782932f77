package org.asterism.service.mm;

import org.asterism.ostd.mm.PageSize;

/** Regions of one address space in address order, without overlap: a sorted array, searched by halving. */
final class RegionList {
    /** Returned by the searches for room when there is none. */
    static final long NONE = -1;
    /** Room that stays free below a mapping that grows downwards: 256 pages, as Linux's {@code stack_guard_gap}. */
    static final long GUARD_BYTES = 256L * PageSize.BYTES;

    private static final int INITIAL_CAPACITY = 16;

    private Region[] regions = new Region[INITIAL_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    Region get(int index) {
        return index >= 0 && index < size ? regions[index] : null;
    }

    /** Index of the first region that ends above an address; {@link #size()} if there is none. */
    int firstEndingAbove(long address) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (regions[middle].end > address) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The region that contains an address, or null. */
    Region find(long address) {
        Region region = get(firstEndingAbove(address));
        return region != null && region.start <= address ? region : null;
    }

    boolean overlaps(long start, long end) {
        Region region = get(firstEndingAbove(start));
        return region != null && region.start < end;
    }

    /** Makes room for more regions, so that as many inserts allocate nothing. */
    void reserve(int more) {
        if (size + more > regions.length) {
            Region[] larger = new Region[Math.max(regions.length * 2, size + more)];
            System.arraycopy(regions, 0, larger, 0, size);
            regions = larger;
        }
    }

    /** Inserts where its start belongs; it overlaps none. */
    void insert(Region region) {
        reserve(1);
        int index = firstEndingAbove(region.start);
        System.arraycopy(regions, index, regions, index + 1, size - index);
        regions[index] = region;
        size++;
    }

    void remove(int from, int to) {
        System.arraycopy(regions, to, regions, from, size - to);
        for (int i = size - (to - from); i < size; i++) {
            regions[i] = null;
        }
        size -= to - from;
    }

    /** The highest free range of a length within {@code [low, high)}; its start, or {@link #NONE}. */
    long findTopDown(long low, long high, long length) {
        long ceiling = high;
        for (int i = firstEndingAbove(high - 1); i >= 0; i--) {
            Region region = get(i);
            if (region == null || region.start >= high) {
                ceiling = region == null ? high : Math.min(high, lowestUsable(region));
                continue;
            }
            if (ceiling - length >= Math.max(low, region.end)) {
                return ceiling - length;
            }
            ceiling = Math.min(ceiling, lowestUsable(region));
            if (ceiling - length < low) {
                return NONE;
            }
        }
        return ceiling - length >= low ? ceiling - length : NONE;
    }

    /** The lowest free range of a length within {@code [low, high)}; its start, or {@link #NONE}. */
    long findBottomUp(long low, long high, long length) {
        long floor = low;
        for (int i = firstEndingAbove(low); i < size && floor <= high - length; i++) {
            if (lowestUsable(regions[i]) - length >= floor) {
                return floor;
            }
            floor = Math.max(floor, regions[i].end);
        }
        return floor <= high - length ? floor : NONE;
    }

    /** Where a neighbour below must end at the latest. */
    static long lowestUsable(Region region) {
        return region.is(Region.GROWS_DOWN) ? region.start - GUARD_BYTES : region.start;
    }
}
