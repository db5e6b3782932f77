package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AlwaysInline;
import org.asterism.ostd.unsafe.ObjectLayout;

/**
 * Finds what is alive: marks objects and follows their references, with an explicit stack, as far as a budget goes. Arrays are taken in
 * pieces, so that the stack grows with the depth of the heap and not with its width. When the stack cannot grow, marked objects are left
 * unscanned and found again by walking the blocks.
 */
final class Marker {
    private static final int PIECE = 512;
    /** Set in a stack word that is followed, below it, by the index where the scan of that array goes on. */
    private static final long ARRAY_REST = 1;
    /** What finding an object costs, in the units of {@link #drain}. */
    private static final int OBJECT_UNITS = 3;

    private final BlockTable table;
    private final AddressStack stack;
    private final WeakReferences weak;
    private final long rangeStart;
    /** Length of the range, with the sign changed for unsigned comparison. */
    private final long rangeEnd;
    private long overflows;

    Marker(BlockTable table, AddressStack stack, WeakReferences weak) {
        this.table = table;
        this.stack = stack;
        this.weak = weak;
        rangeStart = table.rangeStart();
        rangeEnd = table.rangeBytes() ^ Long.MIN_VALUE;
    }

    /** How often marking had to walk the blocks, since the start. */
    long overflows() {
        return overflows;
    }

    /** Marks what an ambiguous word points at or into, if it does. */
    void markAmbiguous(long word) {
        long block = table.headerOf(word);
        if (block == 0) {
            return;
        }
        long cell;
        if (Address.loadInt(block + Block.SIZE_CLASS) == Block.LARGE) {
            cell = block + Block.FIRST_CELL;
            if (word < cell) {
                return;
            }
        } else {
            cell = Block.cellAround(block, word);
        }
        if (cell != 0 && Block.isAllocated(cell) && AllocationRuns.holdsObject(cell) && Block.mark(cell)) {
            stack.push(cell);
        }
    }

    /** Marks the object of a precise reference. The innermost step of a collection, so it says in one place what others say by name. */
    @AlwaysInline
    void markReference(long object) {
        if ((object - rangeStart ^ Long.MIN_VALUE) >= rangeEnd) {
            return; // null, or an object of the image
        }
        long offset = object & HeapMemory.BLOCK_BYTES - 1;
        long word = object - offset + Block.MARKED + (offset >>> 10 << 3);
        long bit = 1L << (object >>> 4 & 63);
        long bits = Address.loadLong(word);
        if ((bits & bit) == 0) {
            Address.storeLong(word, bits | bit);
            stack.push(object);
        }
    }

    /** Whether an object will survive: marked, or not of the heap at all. */
    boolean isLive(long object) {
        return object == 0 || !table.inRange(object) || Block.isMarked(object);
    }

    /** Whether nothing that was marked waits to be scanned. */
    boolean isIdle() {
        return stack.isEmpty();
    }

    /**
     * Marks what is reachable from what was marked.
     *
     * @param units about how many references to look at
     * @return how many are left, none if the budget was used up
     */
    long drain(long units) {
        long left = units;
        while (left > 0 && !stack.isEmpty()) {
            long entry = stack.pop();
            left -= (entry & ARRAY_REST) != 0 ? scanArray(entry - ARRAY_REST, (int) stack.pop()) : scan(entry);
        }
        return left;
    }

    /** Whether a marked object was dropped since the last call, so that {@link #rescan} is necessary. */
    boolean takeOverflow() {
        return stack.takeOverflow();
    }

    /** Scans every marked object again, and whatever that brings to light. */
    void rescan(long allBlocks) {
        overflows++;
        for (long block = allBlocks; block != 0; block = Address.loadLong(block + Block.NEXT)) {
            if (Address.loadInt(block + Block.SIZE_CLASS) == Block.LARGE) {
                rescanCell(block + Block.FIRST_CELL);
                continue;
            }
            int cells = Address.loadInt(block + Block.CELLS);
            for (int i = 0; i < cells; i++) {
                rescanCell(Block.cell(block, i));
            }
        }
    }

    private void rescanCell(long cell) {
        if (Block.isMarked(cell) && AllocationRuns.holdsObject(cell)) {
            scan(cell);
            drain(Long.MAX_VALUE);
        }
    }

    /** Marks what the fields or elements of an object refer to; returns what that cost. */
    int scan(long object) {
        long metadata = Address.loadLong(object + ObjectLayout.CLASS_POINTER);
        int kind = Address.loadByte(metadata + ClassMetadata.KIND);
        if (kind == ClassMetadata.KIND_INSTANCE) {
            return scanInstance(object, metadata);
        }
        return kind == ClassMetadata.KIND_REFERENCE_ARRAY ? scanArray(object, 0) : OBJECT_UNITS;
    }

    @AlwaysInline
    private int scanInstance(long object, long metadata) {
        long map = Address.loadLong(metadata + ClassMetadata.REFERENCE_MAP);
        if (map == 0) {
            return OBJECT_UNITS;
        }
        int count = Address.loadInt(map);
        if ((Address.loadShort(metadata + ClassMetadata.FLAGS) & ClassMetadata.FLAG_REFERENCE) != 0 && weak.discover(object, metadata)) {
            scanReference(object, map, count);
            return count + OBJECT_UNITS;
        }
        long offsets = map + 4;
        long end = offsets + count * 4L;
        for (; offsets != end; offsets += 4) {
            markReference(Address.loadLong(object + Address.loadInt(offsets)));
        }
        return count + OBJECT_UNITS;
    }

    /** Scans a weak reference: all but its referent. */
    private void scanReference(long object, long map, int count) {
        for (int i = 1; i <= count; i++) {
            int offset = Address.loadInt(map + i * 4L);
            if (offset != weak.referentOffset()) {
                markReference(Address.loadLong(object + offset));
            }
        }
    }

    private int scanArray(long array, int from) {
        int length = Address.loadInt(array + ObjectLayout.ARRAY_LENGTH);
        int to = length - from > PIECE ? from + PIECE : length;
        if (to < length && !stack.pushPair(to, array | ARRAY_REST)) {
            to = length; // no room to remember the rest: take it now
        }
        long element = array + ObjectLayout.ARRAY_DATA + (long) from * ObjectLayout.REFERENCE_BYTES;
        long end = array + ObjectLayout.ARRAY_DATA + (long) to * ObjectLayout.REFERENCE_BYTES;
        for (; element != end; element += ObjectLayout.REFERENCE_BYTES) {
            markReference(Address.loadLong(element));
        }
        return to - from + OBJECT_UNITS;
    }
}
