package org.asterism.ostd.device;

import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.runtime.ExceptionSupport;
import org.asterism.ostd.spi.DmaMemory;

/** Frames for DMA where devices use physical addresses. */
public final class DmaFrames extends MappedWindow implements DmaMemory {
    private final FrameAllocator allocator;
    private final long frame;

    private DmaFrames(FrameAllocator allocator, long frame, long bytes) {
        super(allocator.memory().address(frame), bytes);
        this.allocator = allocator;
        this.frame = frame;
    }

    /**
     * Takes zeroed frames.
     *
     * @param allocator      that has them
     * @param bytes          whole pages
     * @param highestAddress no byte has a higher physical address
     * @return owned by the caller
     * @throws OutOfMemoryError when there is no such run
     */
    public static DmaFrames allocate(FrameAllocator allocator, long bytes, long highestAddress) {
        long frames = bytes >>> PageSize.SHIFT;
        long first = allocator.allocateUntypedRun(frames, highestAddress);
        if (first == 0) {
            throw ExceptionSupport.noFrame();
        }
        for (long i = 0; i < frames; i++) {
            allocator.clear(first + (i << PageSize.SHIFT));
        }
        return new DmaFrames(allocator, first, bytes);
    }

    @Override
    public long deviceAddress() {
        return frame;
    }

    @Override
    public void copyOut(long offset, byte[] into, int at, int length) {
        allocator.memory().copyToArray(address() + offset, into, at, length);
    }

    @Override
    public void copyIn(long offset, byte[] from, int at, int length) {
        allocator.memory().copyFromArray(from, at, address() + offset, length);
    }

    @Override
    public void free() {
        allocator.freeTyped(frame, length() >>> PageSize.SHIFT);
    }
}
