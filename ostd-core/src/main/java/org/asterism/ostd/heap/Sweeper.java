package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Words;

/**
 * After marking, makes the mark bits of every block its allocation bits, a few blocks at a time, and sorts the blocks: without a live cell
 * back to the pool, with free cells to the list of their size class. Cells are not touched, so this takes a fraction of a
 * microsecond a block.
 */
final class Sweeper {
    /** Written over freed cells when poisoning is asked for; not a canonical address, so that using it faults. */
    static final long POISON = 0xDEAD_DEAD_DEAD_DEADL;

    private final BlockPool pool;
    private final long[] available;
    private final boolean poison;
    /** Blocks that were not swept yet; none of them is in a list of free cells. */
    private long unswept;
    private long liveBytes;

    Sweeper(BlockPool pool, long[] available, boolean poison) {
        this.pool = pool;
        this.available = available;
        this.poison = poison;
    }

    /** Bytes of live cells found by the last sweep, the reserved ones included. */
    long liveBytes() {
        return liveBytes;
    }

    /** Begins with the list of all blocks. */
    void begin(long allBlocks) {
        unswept = allBlocks;
        liveBytes = 0;
        for (int i = 0; i < available.length; i++) {
            available[i] = 0;
        }
    }

    boolean isDone() {
        return unswept == 0;
    }

    /** Sweeps some blocks; adds those that stay to a list, and returns it. */
    long sweep(long list, long blocks) {
        long kept = list;
        for (long i = 0; i < blocks && unswept != 0; i++) {
            long block = unswept;
            unswept = Address.loadLong(block + Block.NEXT);
            if (Address.loadInt(block + Block.SIZE_CLASS) == Block.LARGE ? sweepLarge(block) : sweepSmall(block)) {
                Address.storeLong(block + Block.NEXT, kept);
                kept = block;
            } else {
                pool.put(block, Address.loadLong(block + Block.RUN_BLOCKS));
            }
        }
        return kept;
    }

    private boolean sweepLarge(long block) {
        boolean live = Block.isMarked(block + Block.FIRST_CELL);
        Address.fillWords(block + Block.MARKED, Block.BIT_WORDS * 8L, 0);
        if (live) {
            liveBytes += Address.loadLong(block + Block.RUN_BLOCKS) * HeapMemory.BLOCK_BYTES;
        } else if (poison) {
            Address.fillWords(block + Block.FIRST_CELL, HeapMemory.BLOCK_BYTES - Block.FIRST_CELL, POISON);
        }
        return live;
    }

    private boolean sweepSmall(long block) {
        if (poison) {
            poisonDead(block);
        }
        int liveCells = 0;
        for (int i = 0; i < Block.BIT_WORDS; i++) {
            long marks = Address.loadLong(block + Block.MARKED + i * 8L);
            Address.storeLong(block + Block.ALLOCATED + i * 8L, marks);
            if (marks != 0) {
                liveCells += Words.bitCount(marks);
                Address.storeLong(block + Block.MARKED + i * 8L, 0);
            }
        }
        if (liveCells == 0) {
            return false;
        }
        liveBytes += (long) liveCells * Address.loadInt(block + Block.CELL_BYTES);
        if (liveCells < Address.loadInt(block + Block.CELLS)) {
            int sizeClass = Address.loadInt(block + Block.SIZE_CLASS);
            Address.storeInt(block + Block.SEARCH, 0);
            Address.storeLong(block + Block.NEXT_AVAILABLE, available[sizeClass]);
            available[sizeClass] = block;
        }
        return true;
    }

    private static void poisonDead(long block) {
        int cells = Address.loadInt(block + Block.CELLS);
        int cellBytes = Address.loadInt(block + Block.CELL_BYTES);
        for (int i = 0; i < cells; i++) {
            long cell = Block.cell(block, i);
            if (Block.isAllocated(cell) && !Block.isMarked(cell)) {
                Address.fillWords(cell, cellBytes, POISON);
            }
        }
    }
}
