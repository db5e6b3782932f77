package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Words;

/**
 * Tells for any address whether it lies in a block of the heap, and where the block's header is: one 4-byte entry for each block of the
 * range. 0 means no block of the heap; otherwise one more than the distance, in blocks, to the header.
 */
final class BlockTable {
    private static final int SHIFT = 15;

    private final long rangeStart;
    private final long rangeBytes;
    private final long entries;

    /** A table for the whole range of a memory, from which it takes its own place. */
    BlockTable(HeapMemory memory) {
        rangeStart = memory.rangeStart();
        rangeBytes = memory.rangeBytes();
        long bytes = (rangeBytes >>> SHIFT) * 4;
        long blocks = bytes + HeapMemory.BLOCK_BYTES - 1 >>> SHIFT;
        entries = memory.acquire(blocks);
        if (entries == 0) {
            throw new IllegalStateException("no room for the heap's block table: " + blocks + " consecutive blocks of 32 KiB; give the machine more memory");
        }
        Address.fillWords(entries, blocks << SHIFT, 0);
    }

    long rangeStart() {
        return rangeStart;
    }

    long rangeBytes() {
        return rangeBytes;
    }

    /** Whether an address may be one of an object of the heap, not of the image. */
    boolean inRange(long address) {
        return Words.isBelow(address - rangeStart, rangeBytes);
    }

    /** The header of the block or run that holds an address, or 0 if it is not in the heap. */
    long headerOf(long address) {
        if (!inRange(address)) {
            return 0;
        }
        int entry = Address.loadInt(entries + (address - rangeStart >>> SHIFT) * 4);
        return entry == 0 ? 0 : Block.of(address) - ((long) (entry - 1) << SHIFT);
    }

    void add(long header, long blocks) {
        long first = entries + (header - rangeStart >>> SHIFT) * 4;
        for (long i = 0; i < blocks; i++) {
            Address.storeInt(first + i * 4, (int) i + 1);
        }
    }

    void remove(long header, long blocks) {
        long first = entries + (header - rangeStart >>> SHIFT) * 4;
        for (long i = 0; i < blocks; i++) {
            Address.storeInt(first + i * 4, 0);
        }
    }
}
