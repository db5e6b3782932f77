package org.asterism.ostd.host;

import java.util.ArrayDeque;
import java.util.Deque;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.SimulatedMemory;

/** OSTD's own frame allocator over simulated memory, with a way to run out. */
final class HostFrames {
    private final HostMemory memory;
    private final FrameAllocator allocator;
    private final long memoryBytes;
    private final long metadata;
    private final long metadataBytes;
    private final Deque<Long> withheld = new ArrayDeque<>();

    HostFrames(long bytes) {
        long count = (bytes >>> PageSize.SHIFT) + 1; // frame 0 is never handed out
        memoryBytes = count << PageSize.SHIFT;
        memory = new HostMemory(memoryBytes);
        metadataBytes = FrameAllocator.metadataBytes(count);
        metadata = SimulatedMemory.reserve(metadataBytes);
        allocator = new FrameAllocator(memory, metadata, count);
        allocator.add(0, count << PageSize.SHIFT);
    }

    /** Where physical memory ends. */
    long memoryBytes() {
        return memoryBytes;
    }

    FrameAllocator allocator() {
        return allocator;
    }

    /** Frames in use, page tables included. */
    int liveFrames() {
        return Math.toIntExact(allocator.totalFrames() - allocator.freeFrames() - withheld.size());
    }

    /** Leaves so many frames free and no more. */
    void leaveFree(long frames) {
        while (allocator.freeFrames() > frames) {
            withheld.add(allocator.allocateTyped());
        }
    }

    /** Takes {@link #leaveFree} back. */
    void leaveAllFree() {
        while (!withheld.isEmpty()) {
            allocator.freeTyped(withheld.poll(), 1);
        }
    }

    /** Gives the simulated memory back. */
    void release() {
        memory.release();
        SimulatedMemory.release(metadata, metadataBytes);
    }
}
