package org.asterism.ostd.frames;

import org.asterism.ostd.heap.HeapMemory;
import org.asterism.ostd.mm.PageSize;

/** Blocks of the object heap, from runs of frames in the linear map. It may take what is free, but for a reserve that keeps the machine alive. */
public final class FrameHeapMemory extends HeapMemory {
    private static final int FRAMES_PER_BLOCK = BLOCK_BYTES >> PageSize.SHIFT;
    private static final int BLOCK_ORDER = 3;
    /** One frame in so many is left to others. */
    private static final int RESERVE_SHARE = 16;

    private final FrameAllocator allocator;
    private final long rangeBytes;
    private final long mostBytes;
    private long heldFrames;

    /**
     * Memory for the heap.
     *
     * @param allocator   of frames
     * @param physicalEnd end of the highest RAM
     * @param mostBytes   what the heap may hold at most, however much RAM there is
     */
    public FrameHeapMemory(FrameAllocator allocator, long physicalEnd, long mostBytes) {
        this.allocator = allocator;
        this.mostBytes = mostBytes;
        rangeBytes = physicalEnd + BLOCK_BYTES - 1 & -BLOCK_BYTES;
    }

    @Override
    public long rangeStart() {
        return allocator.memory().address(0);
    }

    @Override
    public long rangeBytes() {
        return rangeBytes;
    }

    @Override
    public long acquire(long blocks) {
        long run = allocator.allocateRun(blocks * FRAMES_PER_BLOCK, BLOCK_ORDER);
        if (run == 0) {
            return 0;
        }
        heldFrames += blocks * FRAMES_PER_BLOCK;
        return allocator.memory().address(run);
    }

    @Override
    public void release(long address, long blocks) {
        heldFrames -= blocks * FRAMES_PER_BLOCK;
        allocator.freeTyped(allocator.memory().physical(address), blocks * FRAMES_PER_BLOCK);
    }

    @Override
    public long limitBytes() {
        long reserve = allocator.totalFrames() / RESERVE_SHARE;
        return Math.min(mostBytes, heldFrames + Math.max(0, allocator.freeFrames() - reserve) << PageSize.SHIFT);
    }
}
