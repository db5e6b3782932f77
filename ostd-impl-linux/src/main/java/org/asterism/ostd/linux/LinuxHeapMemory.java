package org.asterism.ostd.linux;

import org.asterism.ostd.heap.HeapMemory;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Words;

/**
 * Blocks from one large mapping, first fit; bits in the mapping's first block say which are taken. Released ones keep their pages for who takes
 * them next, up to an amount; only what is beyond it goes back to the system, because a page costs more to get than to fill.
 */
final class LinuxHeapMemory extends HeapMemory {
    private static final long RANGE_BYTES = 4L << 30;
    private static final long BLOCKS = RANGE_BYTES / BLOCK_BYTES;
    private static final long BITMAP_BYTES = BLOCKS / 8;
    private static final long MOST_KEPT = (64L << 20) / BLOCK_BYTES;

    private final long start;
    private final long takenBits;
    private final long keptBits;
    private final long limitBytes;
    private long taken;
    /** Free blocks that still have their pages. */
    private long kept;
    /** No block below this one is free. */
    private long lowestFree;

    /** Maps the range, of which at most so many bytes will be taken. */
    LinuxHeapMemory(long limitBytes) {
        this.limitBytes = limitBytes;
        long mapped = LinuxSystemCalls.reserve(RANGE_BYTES + BLOCK_BYTES);
        if (mapped < 0 && mapped > -4096) {
            throw Abort.because("mmap of the heap's range failed; -errno", mapped);
        }
        start = mapped + BLOCK_BYTES - 1 & -BLOCK_BYTES;
        takenBits = start;
        keptBits = start + BITMAP_BYTES;
        set(takenBits, 0, true);
        lowestFree = 1;
    }

    @Override
    public long rangeStart() {
        return start;
    }

    @Override
    public long rangeBytes() {
        return RANGE_BYTES;
    }

    @Override
    public long limitBytes() {
        return limitBytes;
    }

    private static boolean isSet(long bits, long block) {
        return (Address.loadLong(bits + (block >>> 6 << 3)) & 1L << block) != 0;
    }

    private static void set(long bits, long block, boolean value) {
        long word = bits + (block >>> 6 << 3);
        long others = Address.loadLong(word) & ~(1L << block);
        Address.storeLong(word, value ? others | 1L << block : others);
    }

    @Override
    public long acquire(long blocks) {
        long first = lowestFree;
        long block = first;
        while (block < BLOCKS && block - first < blocks) {
            if (isSet(takenBits, block)) {
                first = block + 1;
            }
            block++;
        }
        if (block - first < blocks) {
            return 0;
        }
        for (block = first; block < first + blocks; block++) {
            set(takenBits, block, true);
            if (isSet(keptBits, block)) {
                set(keptBits, block, false);
                kept--;
            }
        }
        if (first == lowestFree) {
            lowestFree = first + blocks;
        }
        taken += blocks;
        return start + first * BLOCK_BYTES;
    }

    @Override
    public void release(long address, long blocks) {
        long first = (address - start) / BLOCK_BYTES;
        boolean keep = kept + blocks <= MOST_KEPT;
        if (keep) {
            kept += blocks;
        } else {
            LinuxSystemCalls.discard(address, blocks * BLOCK_BYTES);
        }
        for (long block = first; block < first + blocks; block++) {
            set(takenBits, block, false);
            set(keptBits, block, keep);
        }
        lowestFree = Words.min(lowestFree, first);
        taken -= blocks;
    }

    /** Bytes taken now, the collector's tables included. */
    long takenBytes() {
        return taken * BLOCK_BYTES;
    }
}
