package org.asterism.ostd.frames;

import org.asterism.ostd.arch.PhysicalMemory;
import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.heap.FaultInjection;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.runtime.ExceptionSupport;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Binary buddy allocator of physical frames (Knuth, TAOCP vol. 1, §2.5). A free block of 2^n frames is aligned to its size and linked in
 * the list of its order; freeing merges it with its buddy as long as that is free too.
 *
 * <p>Frames are named by physical addresses; frame 0 is never handed out, so 0 means "none".
 */
public final class FrameAllocator {
    /** The largest block: 2^18 frames, 1 GiB. */
    public static final int MAX_ORDER = 18;

    private final PhysicalMemory memory;
    private final long metadata;
    private final long lowestFrame;
    private final long frameCount;
    private final int[] freeBlocks = new int[MAX_ORDER + 1];
    private final RawLock lock = new RawLock();
    private long totalFrames;
    private long freeFrames;

    /**
     * An allocator that owns no frame yet.
     *
     * @param memory     how frames are reached
     * @param metadata   address of {@link #metadataBytes} zeroed bytes
     * @param frameCount number of the highest frame that may ever be added, plus one
     */
    public FrameAllocator(PhysicalMemory memory, long metadata, long frameCount) {
        this(memory, metadata, 0, frameCount);
    }

    /**
     * An allocator that owns no frame yet, on a machine whose memory does not begin at 0.
     *
     * @param memory      how frames are reached
     * @param metadata    address of {@link #metadataBytes} zeroed bytes for the frames from the lowest on
     * @param lowestFrame no lower frame is ever added; a multiple of the largest block
     * @param frameCount  number of the highest frame that may ever be added, plus one
     */
    public FrameAllocator(PhysicalMemory memory, long metadata, long lowestFrame, long frameCount) {
        this.memory = memory;
        this.metadata = metadata - metadataBytes(lowestFrame);
        this.lowestFrame = lowestFrame;
        this.frameCount = frameCount;
    }

    /**
     * Size of the metadata for frames up to a number.
     *
     * @param frameCount number of the highest frame plus one
     * @return bytes
     */
    public static long metadataBytes(long frameCount) {
        return frameCount * FrameMetadata.BYTES;
    }

    /**
     * How frames are reached.
     *
     * @return never null
     */
    public PhysicalMemory memory() {
        return memory;
    }

    /**
     * Adds RAM.
     *
     * @param start physical address of the first frame; frame 0 is left out
     * @param end   physical address past the last frame
     */
    public void add(long start, long end) {
        long first = Math.max(1, PageSize.ceil(start) >>> PageSize.SHIFT);
        long last = Math.min(frameCount, end >>> PageSize.SHIFT);
        if (first < last) {
            totalFrames += last - first;
            release(first, last - first);
        }
    }

    /**
     * Takes one frame for the kernel's own use. Its bytes are arbitrary.
     *
     * @return physical address
     * @throws OutOfMemoryError when none is free
     */
    public long allocateTyped() {
        return takeFrame(FrameMetadata.KIND_TYPED);
    }

    /**
     * Takes one zeroed frame for the kernel's own use.
     *
     * @return physical address
     * @throws OutOfMemoryError when none is free
     */
    public long allocateTypedZeroed() {
        long frame = allocateTyped();
        clear(frame);
        return frame;
    }

    /**
     * Takes one zeroed untyped frame with one reference.
     *
     * @return physical address
     * @throws OutOfMemoryError when none is free
     */
    public long allocateUntypedZeroed() {
        long frame = allocateUntyped();
        clear(frame);
        return frame;
    }

    /**
     * Takes one untyped frame with one reference; the caller overwrites all of its bytes before anybody sees them.
     *
     * @return physical address
     * @throws OutOfMemoryError when none is free
     */
    public long allocateUntyped() {
        long frame = takeFrame(FrameMetadata.KIND_UNTYPED);
        Address.storeInt(record(frame) + FrameMetadata.COUNT, 1);
        return frame;
    }

    /**
     * Takes consecutive frames for the kernel's own use, aligned to a block of an order. Their bytes are arbitrary.
     *
     * @param frames how many
     * @param order  base-2 logarithm of the alignment in frames
     * @return physical address of the first, 0 if there is no such run
     */
    public long allocateRun(long frames, int order) {
        int blockOrder = Math.max(order, 64 - Long.numberOfLeadingZeros(frames - 1));
        if (frames <= 0 || blockOrder > MAX_ORDER) {
            return 0;
        }
        return takeRun(frames, blockOrder, FrameMetadata.KIND_TYPED, Long.MAX_VALUE);
    }

    /**
     * Takes consecutive untyped frames, none of which has references. Their bytes are arbitrary.
     *
     * @param frames         how many
     * @param highestAddress no byte has a higher physical address
     * @return physical address of the first, 0 if there is no such run
     */
    public long allocateUntypedRun(long frames, long highestAddress) {
        int order = 64 - Long.numberOfLeadingZeros(frames - 1);
        return order > MAX_ORDER ? 0 : takeRun(frames, order, FrameMetadata.KIND_UNTYPED, highestAddress);
    }

    /**
     * Gives typed frames, or untyped ones of a run, back, in any partition of what was allocated.
     *
     * @param start  physical address of the first
     * @param frames how many
     */
    public void freeTyped(long start, long frames) {
        release(start >>> PageSize.SHIFT, frames);
    }

    /**
     * Adds a reference to an untyped frame.
     *
     * @param frame physical address
     * @throws IllegalStateException if the frame is not untyped or has too many references
     */
    public void addReference(long frame) {
        checkUntyped(frame);
        if (Address.getAndAddInt(record(frame) + FrameMetadata.COUNT, 1) < 1) {
            Address.getAndAddInt(record(frame) + FrameMetadata.COUNT, -1);
            throw new IllegalStateException("frame 0x" + Long.toHexString(frame) + " has too many references");
        }
    }

    /**
     * Drops a reference to an untyped frame; the last one frees it.
     *
     * @param frame physical address
     * @throws IllegalStateException if the frame is not untyped
     */
    public void dropReference(long frame) {
        checkUntyped(frame);
        if (Address.getAndAddInt(record(frame) + FrameMetadata.COUNT, -1) == 1) {
            release(frame >>> PageSize.SHIFT, 1);
        }
    }

    /**
     * Counts references of an untyped frame.
     *
     * @param frame physical address
     * @return at least 1
     */
    public int referenceCount(long frame) {
        checkUntyped(frame);
        return Address.loadInt(record(frame) + FrameMetadata.COUNT);
    }

    /**
     * Changes the count that the owner of a typed frame keeps with it: a page table's mapped entries.
     *
     * @param frame physical address
     * @param delta added
     * @return the count before
     */
    public int addToCount(long frame, int delta) {
        return Address.getAndAddInt(record(frame) + FrameMetadata.COUNT, delta);
    }

    /**
     * Frames added so far.
     *
     * @return a count
     */
    public long totalFrames() {
        return totalFrames;
    }

    /**
     * Frames that are free now.
     *
     * @return a count
     */
    public long freeFrames() {
        return freeFrames;
    }

    /**
     * Fills a frame with zeroes.
     *
     * @param frame physical address, owned by the caller
     */
    public void clear(long frame) {
        Address.fillWords(memory.address(frame), PageSize.BYTES, 0);
    }

    private void checkUntyped(long frame) {
        long number = frame >>> PageSize.SHIFT;
        if (number < lowestFrame || number >= frameCount || Address.loadByte(record(frame) + FrameMetadata.KIND) != FrameMetadata.KIND_UNTYPED) {
            throw new IllegalStateException("frame 0x" + Long.toHexString(frame) + " is not untyped memory in use");
        }
    }

    private long record(long frame) {
        return metadata + (frame >>> PageSize.SHIFT) * FrameMetadata.BYTES;
    }

    private long recordOf(long number) {
        return metadata + number * FrameMetadata.BYTES;
    }

    private long takeFrame(byte kind) {
        long frame = FaultInjection.isDue(ThreadArea.current()) ? 0 : takeBlock(0, kind, Long.MAX_VALUE);
        if (frame == 0) {
            throw ExceptionSupport.noFrame();
        }
        return frame;
    }

    /** Takes the first frames of a block, and gives the others of it back. */
    private long takeRun(long frames, int order, byte kind, long highestAddress) {
        long start = takeBlock(order, kind, highestAddress);
        if (start != 0 && frames < 1L << order) {
            release((start >>> PageSize.SHIFT) + frames, (1L << order) - frames);
        }
        return start;
    }

    private long takeBlock(int order, byte kind, long highestAddress) {
        long highest = (highestAddress + 1 >>> PageSize.SHIFT) - (1L << order);
        lock.lock();
        int found = order;
        int block = firstBlock(found, highest);
        while (block == 0 && found < MAX_ORDER) {
            found++;
            block = firstBlock(found, highest);
        }
        if (block == 0) {
            lock.unlock();
            return 0;
        }
        unlink(block, found);
        while (found > order) {
            found--;
            link(block + (1 << found), found);
        }
        freeFrames -= 1L << order;
        for (int i = 0; i < 1 << order; i++) {
            long entry = recordOf(block + i);
            Address.storeInt(entry + FrameMetadata.COUNT, 0);
            Address.storeByte(entry + FrameMetadata.KIND, kind);
        }
        lock.unlock();
        return (long) block << PageSize.SHIFT;
    }

    /** The first free block of an order that does not begin above a frame; 0 if there is none. */
    private int firstBlock(int order, long highest) {
        int block = freeBlocks[order];
        while (block != 0 && block > highest) {
            block = Address.loadInt(recordOf(block) + FrameMetadata.NEXT);
        }
        return block;
    }

    private void release(long first, long count) {
        lock.lock();
        try {
            freeRange(first, count);
        } finally {
            lock.unlock();
        }
    }

    /** Frees a range as the largest aligned blocks it holds. The lock is held. */
    private void freeRange(long first, long count) {
        long number = first;
        long end = first + count;
        for (long i = first; i < end; i++) {
            long entry = recordOf(i);
            if (Address.loadByte(entry + FrameMetadata.KIND) == FrameMetadata.KIND_FREE) {
                throw new IllegalStateException("frame 0x" + Long.toHexString(i << PageSize.SHIFT) + " is freed twice");
            }
            Address.storeByte(entry + FrameMetadata.KIND, FrameMetadata.KIND_NONE);
        }
        freeFrames += count;
        while (number < end) {
            int order = Math.min(MAX_ORDER, Long.numberOfTrailingZeros(number));
            while (1L << order > end - number) {
                order--;
            }
            merge((int) number, order);
            number += 1L << order;
        }
    }

    private void merge(int freed, int freedOrder) {
        int block = freed;
        int order = freedOrder;
        while (order < MAX_ORDER) {
            int buddy = block ^ 1 << order;
            long entry = recordOf(buddy);
            if (buddy >= frameCount || Address.loadByte(entry + FrameMetadata.KIND) != FrameMetadata.KIND_FREE
                    || Address.loadByte(entry + FrameMetadata.ORDER) != order) {
                break;
            }
            unlink(buddy, order);
            block &= ~(1 << order);
            order++;
        }
        link(block, order);
    }

    private void link(int block, int order) {
        long entry = recordOf(block);
        int next = freeBlocks[order];
        Address.storeByte(entry + FrameMetadata.KIND, FrameMetadata.KIND_FREE);
        Address.storeByte(entry + FrameMetadata.ORDER, (byte) order);
        Address.storeInt(entry + FrameMetadata.NEXT, next);
        Address.storeInt(entry + FrameMetadata.PREVIOUS, 0);
        if (next != 0) {
            Address.storeInt(recordOf(next) + FrameMetadata.PREVIOUS, block);
        }
        freeBlocks[order] = block;
    }

    private void unlink(int block, int order) {
        long entry = recordOf(block);
        int next = Address.loadInt(entry + FrameMetadata.NEXT);
        int previous = Address.loadInt(entry + FrameMetadata.PREVIOUS);
        if (next != 0) {
            Address.storeInt(recordOf(next) + FrameMetadata.PREVIOUS, previous);
        }
        if (previous != 0) {
            Address.storeInt(recordOf(previous) + FrameMetadata.NEXT, next);
        } else {
            freeBlocks[order] = next;
        }
        Address.storeByte(entry + FrameMetadata.KIND, FrameMetadata.KIND_NONE);
    }
}
