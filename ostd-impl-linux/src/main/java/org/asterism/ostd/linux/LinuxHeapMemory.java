package org.asterism.ostd.linux;

import org.asterism.ostd.heap.HeapMemory;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Words;

/** Blocks from one large mapping, first fit; a bit in the mapping's first block says which are taken. Released ones are discarded. */
final class LinuxHeapMemory extends HeapMemory {
    private static final long RANGE_BYTES = 4L << 30;
    private static final long BLOCKS = RANGE_BYTES / BLOCK_BYTES;

    private final long start;
    private final long limitBytes;
    private long taken;
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
        mark(0, 1, true);
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

    private boolean isTaken(long block) {
        return (Address.loadLong(start + (block >>> 6 << 3)) & 1L << block) != 0;
    }

    private void mark(long first, long blocks, boolean take) {
        for (long block = first; block < first + blocks; block++) {
            long word = start + (block >>> 6 << 3);
            long bits = Address.loadLong(word);
            Address.storeLong(word, take ? bits | 1L << block : bits & ~(1L << block));
        }
    }

    @Override
    public long acquire(long blocks) {
        long first = lowestFree;
        long block = first;
        while (block < BLOCKS && block - first < blocks) {
            if (isTaken(block)) {
                first = block + 1;
            }
            block++;
        }
        if (block - first < blocks) {
            return 0;
        }
        mark(first, blocks, true);
        if (first == lowestFree) {
            lowestFree = first + blocks;
        }
        taken += blocks;
        return start + first * BLOCK_BYTES;
    }

    @Override
    public void release(long address, long blocks) {
        long first = (address - start) / BLOCK_BYTES;
        LinuxSystemCalls.discard(address, blocks * BLOCK_BYTES);
        mark(first, blocks, false);
        lowestFree = Words.min(lowestFree, first);
        taken -= blocks;
    }

    /** Bytes taken now, the collector's tables included. */
    long takenBytes() {
        return taken * BLOCK_BYTES;
    }
}
