package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;

/**
 * The header at the start of each small block and of each run that holds one large object: offsets, in bytes, and the bits beside the
 * cells. One allocation bit and one mark bit stand for each 16 bytes of the block; only those of a cell's first bytes are used, so that
 * the bits of an object are found from its address by masking, with no division and no regard to its size.
 */
final class Block {
    /** 8 bytes: the next block of the heap, in no order; 0 at the end. */
    static final int NEXT = 0;
    /** 8 bytes: the next block of this size class with free cells; 0 at the end. */
    static final int NEXT_AVAILABLE = 8;
    /** 4 bytes: size class, or {@link #LARGE}. */
    static final int SIZE_CLASS = 16;
    /** 4 bytes: bytes of a cell. */
    static final int CELL_BYTES = 20;
    /** 4 bytes: 2^32 divided by the bytes of a cell, rounded up. */
    static final int RECIPROCAL = 24;
    /** 4 bytes: number of cells. */
    static final int CELLS = 28;
    /** 4 bytes: the cell where the search for free ones goes on. */
    static final int SEARCH = 32;
    /** 8 bytes: blocks of the run this header begins; 1 for a small block. */
    static final int RUN_BLOCKS = 40;
    /** First byte of the allocation bits. */
    static final int ALLOCATED = 64;
    /** First byte of the mark bits. */
    static final int MARKED = ALLOCATED + HeapMemory.BLOCK_BYTES / 16 / 8;
    /** First byte of the cells. */
    static final int FIRST_CELL = MARKED + HeapMemory.BLOCK_BYTES / 16 / 8;
    /** The size class of a run that holds one large object. */
    static final int LARGE = -1;
    /** 64-bit words in one set of bits. */
    static final int BIT_WORDS = (MARKED - ALLOCATED) / 8;

    private static final long OFFSET_MASK = HeapMemory.BLOCK_BYTES - 1;

    private Block() {}

    /** Makes an empty small block of raw memory. */
    static void formatSmall(long block, int sizeClass) {
        int cellBytes = SizeClasses.cellBytes(sizeClass);
        Address.fillWords(block, FIRST_CELL, 0);
        Address.storeInt(block + SIZE_CLASS, sizeClass);
        Address.storeInt(block + CELL_BYTES, cellBytes);
        Address.storeInt(block + RECIPROCAL, (int) ((1L << 32) / cellBytes + 1));
        Address.storeInt(block + CELLS, (HeapMemory.BLOCK_BYTES - FIRST_CELL) / cellBytes);
        Address.storeLong(block + RUN_BLOCKS, 1);
    }

    /** Makes an empty run for one large object, which will lie at {@link #FIRST_CELL}. */
    static void formatLarge(long block, long blocks) {
        Address.fillWords(block, FIRST_CELL, 0);
        Address.storeInt(block + SIZE_CLASS, LARGE);
        Address.storeInt(block + CELLS, 1);
        Address.storeLong(block + RUN_BLOCKS, blocks);
    }

    /** The block that begins at or before an address in its first 32 KiB. */
    static long of(long address) {
        return address & ~OFFSET_MASK;
    }

    /** The address of a cell. */
    static long cell(long block, int index) {
        return block + FIRST_CELL + (long) index * Address.loadInt(block + CELL_BYTES);
    }

    /**
     * The start of the cell that an address points into.
     *
     * @return 0 if it points at the header, or past the last cell
     */
    static long cellAround(long block, long address) {
        long offset = address - block - FIRST_CELL;
        if (offset < 0) {
            return 0;
        }
        long index = offset * (Address.loadInt(block + RECIPROCAL) & 0xFFFF_FFFFL) >>> 32;
        return index < Address.loadInt(block + CELLS) ? cell(block, (int) index) : 0;
    }

    private static long word(long address, int bits) {
        return of(address) + bits + ((address & OFFSET_MASK) >>> 10 << 3);
    }

    private static long bit(long address) {
        return 1L << (address >>> 4 & 63);
    }

    static boolean isAllocated(long cell) {
        return (Address.loadLong(word(cell, ALLOCATED)) & bit(cell)) != 0;
    }

    static void setAllocated(long cell) {
        long word = word(cell, ALLOCATED);
        Address.storeLong(word, Address.loadLong(word) | bit(cell));
    }

    /** Sets the allocation bits of the cells from one up to, without, another; at least one. */
    static void setAllocated(long block, int first, int limit) {
        int step = Address.loadInt(block + CELL_BYTES) >>> 4;
        int position = (FIRST_CELL >>> 4) + first * step;
        int end = (FIRST_CELL >>> 4) + limit * step;
        while (position < end) {
            long word = block + ALLOCATED + (position >>> 6 << 3);
            long bits = Address.loadLong(word);
            int next = (position | Long.SIZE - 1) + 1;
            while (position < next && position < end) {
                bits |= 1L << position;
                position += step;
            }
            Address.storeLong(word, bits);
        }
    }

    /** The first allocated cell from one on; the number of cells if there is none. */
    static int nextAllocated(long block, int first) {
        int cells = Address.loadInt(block + CELLS);
        int step = Address.loadInt(block + CELL_BYTES) >>> 4;
        int position = (FIRST_CELL >>> 4) + first * step;
        int end = (FIRST_CELL >>> 4) + cells * step;
        while (position < end) {
            long bits = Address.loadLong(block + ALLOCATED + (position >>> 6 << 3)) >>> position;
            if (bits != 0) {
                return (position + Long.numberOfTrailingZeros(bits) - (FIRST_CELL >>> 4)) / step;
            }
            position = (position | Long.SIZE - 1) + 1;
        }
        return cells;
    }

    static void clearAllocated(long cell) {
        long word = word(cell, ALLOCATED);
        Address.storeLong(word, Address.loadLong(word) & ~bit(cell));
    }

    static boolean isMarked(long cell) {
        return (Address.loadLong(word(cell, MARKED)) & bit(cell)) != 0;
    }

    static void unmark(long cell) {
        long word = word(cell, MARKED);
        Address.storeLong(word, Address.loadLong(word) & ~bit(cell));
    }

    /** Marks a cell; only the collector does, alone. Returns whether it was unmarked. */
    static boolean mark(long cell) {
        long word = word(cell, MARKED);
        long bits = Address.loadLong(word);
        long bit = bit(cell);
        if ((bits & bit) != 0) {
            return false;
        }
        Address.storeLong(word, bits | bit);
        return true;
    }
}
