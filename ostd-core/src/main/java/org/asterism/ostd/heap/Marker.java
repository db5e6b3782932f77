package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;

/**
 * Finds what is alive: marks objects and follows their references, with an explicit stack. Arrays are taken in pieces, so that the stack
 * grows with the depth of the heap and not with its width. When the stack cannot grow, marked objects are left unscanned and found again
 * by walking the blocks.
 */
final class Marker {
    private static final int PIECE = 512;
    /** Set in a stack word that is followed, below it, by the index where the scan of that array goes on. */
    private static final long ARRAY_REST = 1;

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

    /** How often the stack could not grow, since the start. */
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
            if (mayRefer(object)) {
                stack.push(object);
            }
        }
    }

    /** Whether an object can hold references, so that it must be scanned. */
    private static boolean mayRefer(long object) {
        long metadata = Address.loadLong(object + ObjectLayout.CLASS_POINTER);
        int kind = Address.loadByte(metadata + ClassMetadata.KIND);
        return kind == ClassMetadata.KIND_REFERENCE_ARRAY || kind == ClassMetadata.KIND_INSTANCE && Address.loadLong(metadata + ClassMetadata.REFERENCE_MAP) != 0;
    }

    /** Whether an object will survive: marked, or not of the heap at all. */
    boolean isLive(long object) {
        return object == 0 || !table.inRange(object) || Block.isMarked(object);
    }

    /** Marks everything reachable from what was marked. */
    void drain(long allBlocks) {
        do {
            empty();
        } while (recover(allBlocks));
    }

    private void empty() {
        while (!stack.isEmpty()) {
            long entry = stack.pop();
            if ((entry & ARRAY_REST) != 0) {
                scanArray(entry - ARRAY_REST, (int) stack.pop());
            } else {
                scan(entry);
            }
        }
    }

    /** After an overflow, scans every marked object again; true if that was necessary. */
    private boolean recover(long allBlocks) {
        if (!stack.takeOverflow()) {
            return false;
        }
        overflows++;
        for (long block = allBlocks; block != 0; block = Address.loadLong(block + Block.NEXT)) {
            if (Address.loadInt(block + Block.SIZE_CLASS) == Block.LARGE) {
                rescan(block + Block.FIRST_CELL);
                continue;
            }
            int cells = Address.loadInt(block + Block.CELLS);
            for (int i = 0; i < cells; i++) {
                rescan(Block.cell(block, i));
            }
        }
        return true;
    }

    private void rescan(long cell) {
        if (Block.isMarked(cell) && AllocationRuns.holdsObject(cell)) {
            scan(cell);
            empty();
        }
    }

    /** Marks what the fields or elements of an object refer to. */
    void scan(long object) {
        long metadata = Address.loadLong(object + ObjectLayout.CLASS_POINTER);
        int kind = Address.loadByte(metadata + ClassMetadata.KIND);
        if (kind == ClassMetadata.KIND_INSTANCE) {
            scanInstance(object, metadata);
        } else if (kind == ClassMetadata.KIND_REFERENCE_ARRAY) {
            scanArray(object, 0);
        }
    }

    private void scanInstance(long object, long metadata) {
        long map = Address.loadLong(metadata + ClassMetadata.REFERENCE_MAP);
        if (map == 0) {
            return;
        }
        int weakOffset = weak.isReference(metadata) && weak.discover(object, metadata) ? weak.referentOffset() : -1;
        int count = Address.loadInt(map);
        for (int i = 1; i <= count; i++) {
            int offset = Address.loadInt(map + i * 4L);
            if (offset != weakOffset) {
                markReference(Address.loadLong(object + offset));
            }
        }
    }

    private void scanArray(long array, int from) {
        int length = Address.loadInt(array + ObjectLayout.ARRAY_LENGTH);
        int to = length - from > PIECE ? from + PIECE : length;
        if (to < length && !stack.pushPair(to, array | ARRAY_REST)) {
            to = length; // no room to remember the rest: take it now
        }
        long elements = array + ObjectLayout.ARRAY_DATA;
        for (int i = from; i < to; i++) {
            markReference(Address.loadLong(elements + (long) i * ObjectLayout.REFERENCE_BYTES));
        }
    }
}
