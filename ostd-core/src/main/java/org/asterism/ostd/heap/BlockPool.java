package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.PreemptionOff;
import org.asterism.ostd.unsafe.Words;

/**
 * The heap's account with its memory: how many blocks it holds, the empty ones it keeps for reuse, and the target up to which it grows
 * before it collects. The target follows what is alive; empty blocks beyond it go back at the end of a collection. A part of the minimum is
 * a reserve of empty blocks for allocations that must not fail. All calls under the heap lock.
 */
final class BlockPool {
    /** Blocks by which a heap may always grow before it collects again. */
    private static final long LEAST_GROWTH = 8;
    /** One block of the minimum in so many is the reserve. */
    private static final int RESERVE_SHARE = 8;

    private final HeapMemory memory;
    private final BlockTable table;
    private final long minimumBlocks;
    private long targetBlocks;
    private long usedBlocks;
    private long emptyBlocks;
    private long firstEmpty;
    private boolean keepsMinimum;
    private long reserveBlocks;

    BlockPool(HeapMemory memory, BlockTable table, long minimumBytes) {
        this.memory = memory;
        this.table = table;
        minimumBlocks = minimumBytes / HeapMemory.BLOCK_BYTES;
        targetBlocks = minimumBlocks;
    }

    long usedBlocks() {
        return usedBlocks;
    }

    long heldBlocks() {
        return usedBlocks + emptyBlocks;
    }

    long targetBlocks() {
        return targetBlocks;
    }

    /** Whether a run takes the heap so close to its target that what is allocated during a collection would take it beyond. */
    boolean isCloseToTarget(long blocks) {
        return usedBlocks + blocks > targetBlocks - targetBlocks / 8;
    }

    /** Whether allocation is far ahead of the collection under way. */
    boolean isFarBeyondTarget() {
        return usedBlocks > targetBlocks + targetBlocks / 4;
    }

    /** Whether a run would leave less than the reserve of what the memory gives. */
    boolean isBeyondLimit(long blocks) {
        return usedBlocks + reserveBlocks + blocks > memory.limitBytes() / HeapMemory.BLOCK_BYTES;
    }

    /** Takes an unformatted run, entered into the block table; 0 if the memory has none or its limit is reached. */
    @PreemptionOff("the heap's lock is held")
    long take(long blocks, boolean mayUseReserve) {
        long keep = mayUseReserve ? 0 : reserveBlocks;
        long run = blocks == 1 && emptyBlocks > keep ? takeEmpty() : takeFresh(blocks, keep);
        if (run != 0) {
            usedBlocks += blocks;
            table.add(run, blocks);
        }
        return run;
    }

    private long takeEmpty() {
        long block = firstEmpty;
        firstEmpty = Address.loadLong(block);
        emptyBlocks--;
        return block;
    }

    private long takeFresh(long blocks, long keep) {
        long limit = memory.limitBytes() / HeapMemory.BLOCK_BYTES;
        while (emptyBlocks > keep && heldBlocks() + blocks > Words.min(limit, targetBlocks)) {
            memory.release(takeEmpty(), 1);
        }
        if (heldBlocks() + blocks > limit) {
            return 0;
        }
        long run = memory.acquire(blocks);
        if (run == 0 && emptyBlocks > keep) {
            releaseEmpty(keep);
            run = memory.acquire(blocks);
        }
        return run;
    }

    /** Takes back a run in which nothing is alive. Single blocks are kept until {@link #settle}. */
    void put(long run, long blocks) {
        table.remove(run, blocks);
        usedBlocks -= blocks;
        if (blocks > 1) {
            memory.release(run, blocks);
            return;
        }
        keepEmpty(run);
    }

    private void keepEmpty(long block) {
        Address.storeLong(block, firstEmpty);
        firstEmpty = block;
        emptyBlocks++;
    }

    /**
     * Takes memory until the heap holds its minimum, as long as there is any, and keeps it and the reserve from now on. What the kernel shows as used memory then does not depend on
     * how much of the minimum was touched yet.
     */
    void reserveMinimum() {
        keepsMinimum = true;
        reserveBlocks = minimumBlocks / RESERVE_SHARE;
        refill();
    }

    private void refill() {
        while (heldBlocks() < minimumBlocks || emptyBlocks < reserveBlocks && heldBlocks() < memory.limitBytes() / HeapMemory.BLOCK_BYTES) {
            long block = memory.acquire(1);
            if (block == 0) {
                return;
            }
            keepEmpty(block);
        }
    }

    /**
     * Sets the target after a collection, and gives empty blocks beyond it back.
     *
     * @param liveBytes found by the collection
     */
    void settle(long liveBytes) {
        long forLive = liveBytes * 2 / HeapMemory.BLOCK_BYTES;
        long forFragments = usedBlocks + Words.max(LEAST_GROWTH, usedBlocks / 4);
        targetBlocks = Words.max(minimumBlocks, Words.max(forLive, forFragments));
        releaseEmpty(Words.max(reserveBlocks, targetBlocks - usedBlocks));
        if (keepsMinimum) {
            refill();
        }
    }

    private void releaseEmpty(long keep) {
        while (emptyBlocks > keep) {
            memory.release(takeEmpty(), 1);
        }
    }
}
