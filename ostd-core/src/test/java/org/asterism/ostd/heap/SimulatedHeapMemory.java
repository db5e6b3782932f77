package org.asterism.ostd.heap;

import java.util.BitSet;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SimulatedMemory;

/** Blocks from a reserved range of simulated memory, filled with rubbish whenever they change hands. */
final class SimulatedHeapMemory extends HeapMemory implements AutoCloseable {
    private static final long RUBBISH = 0xBAAD_F00D_BAAD_F00DL;

    private final long start;
    private final int blocks;
    private final BitSet taken = new BitSet();
    long limitBytes;

    SimulatedHeapMemory(int blocks) {
        this.blocks = blocks;
        start = SimulatedMemory.reserve((long) blocks * BLOCK_BYTES);
        limitBytes = (long) blocks * BLOCK_BYTES;
        Address.fillWords(start, (long) blocks * BLOCK_BYTES, RUBBISH);
    }

    int takenBlocks() {
        return taken.cardinality();
    }

    @Override
    public long rangeStart() {
        return start;
    }

    @Override
    public long rangeBytes() {
        return (long) blocks * BLOCK_BYTES;
    }

    @Override
    public long limitBytes() {
        return limitBytes;
    }

    @Override
    public long acquire(long wanted) {
        int first = taken.nextClearBit(0);
        while (first + wanted <= blocks) {
            int next = taken.nextSetBit(first);
            if (next < 0 || next >= first + wanted) {
                taken.set(first, first + (int) wanted);
                return start + (long) first * BLOCK_BYTES;
            }
            first = taken.nextClearBit(next);
        }
        return 0;
    }

    @Override
    public void release(long address, long count) {
        int first = (int) ((address - start) / BLOCK_BYTES);
        if (taken.get(first, first + (int) count).cardinality() != count) {
            throw new IllegalStateException("released twice: block " + first + ", " + count + " blocks");
        }
        taken.clear(first, first + (int) count);
        Address.fillWords(address, count * BLOCK_BYTES, RUBBISH);
    }

    @Override
    public void close() {
        SimulatedMemory.release(start, (long) blocks * BLOCK_BYTES);
    }
}
