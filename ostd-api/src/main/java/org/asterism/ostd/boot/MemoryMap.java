package org.asterism.ostd.boot;

/** Ranges of physical memory, in no order, while a machine comes up. Addresses only: nothing here reaches the memory. */
public final class MemoryMap {
    private static final int MOST_RANGES = 128;

    private final long[] starts = new long[MOST_RANGES];
    private final long[] ends = new long[MOST_RANGES];
    private int count;

    /** An empty map. */
    public MemoryMap() {
    }

    /**
     * Adds a range that does not overlap another; an empty one is ignored.
     *
     * @param start first address
     * @param end the address after the last
     * @throws IllegalStateException if there are too many
     */
    public void add(long start, long end) {
        if (start >= end) {
            return;
        }
        if (count == MOST_RANGES) {
            throw new IllegalStateException("the memory map has more than " + MOST_RANGES + " ranges; raise the limit in MemoryMap");
        }
        starts[count] = start;
        ends[count++] = end;
    }

    /**
     * Takes a range out, wherever it overlaps.
     *
     * @param start first address
     * @param end the address after the last
     */
    public void exclude(long start, long end) {
        for (int i = count - 1; i >= 0; i--) {
            if (start < ends[i] && end > starts[i]) {
                long oldStart = starts[i];
                long oldEnd = ends[i];
                count--;
                starts[i] = starts[count];
                ends[i] = ends[count];
                add(oldStart, Math.min(start, oldEnd));
                add(Math.max(end, oldStart), oldEnd);
            }
        }
    }

    /**
     * Takes a piece out.
     *
     * @param bytes its length
     * @param limit its end is not above
     * @return its start, 0 if no range is long enough
     */
    public long carve(long bytes, long limit) {
        for (int i = 0; i < count; i++) {
            long start = starts[i];
            if (start != 0 && start + bytes <= Math.min(ends[i], limit)) {
                starts[i] = start + bytes;
                return start;
            }
        }
        return 0;
    }

    /**
     * Tells whether a range and one of these have bytes in common.
     *
     * @param start first byte
     * @param end   past the last
     * @return whether they overlap
     */
    public boolean overlaps(long start, long end) {
        for (int i = 0; i < count; i++) {
            if (start < ends[i] && end > starts[i]) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many ranges there are.
     *
     * @return a count
     */
    public int count() {
        return count;
    }

    /**
     * Where a range begins.
     *
     * @param index from 0 to below {@link #count()}
     * @return first address
     */
    public long start(int index) {
        return starts[index];
    }

    /**
     * Where a range ends.
     *
     * @param index from 0 to below {@link #count()}
     * @return the address after the last
     */
    public long end(int index) {
        return ends[index];
    }

    /**
     * The beginning of the lowest range.
     *
     * @return an address
     */
    public long lowest() {
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, starts[i]);
        }
        return lowest;
    }

    /**
     * The end of the highest range.
     *
     * @return an address, 0 if there is no range
     */
    public long highest() {
        long highest = 0;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, ends[i]);
        }
        return highest;
    }
}
