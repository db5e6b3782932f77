package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Words;

/**
 * Tells the collector of references that are stored while it marks (Dijkstra et al., On-the-fly garbage collection, 1978). The one emission
 * point of reference stores tests the marking flag and comes here when it is set, before the store. Objects that are not marked
 * yet wait in a buffer; the collector takes them with its next step.
 *
 * <p>Why a store that was interrupted between its test and its effect does no harm: the reference is in a register of the task, and all
 * registers are roots when marking begins and again when it ends. Nothing is remembered about the value that a store overwrites:
 * whoever loaded it before holds it in a register or on a stack, too.
 */
final class StoreBarrier {
    /** 8 bytes: bytes of the buffer that were claimed; may be more than it has. */
    private static final int CLAIMED = 0;
    private static final int FIRST = 64;
    private static final long BLOCKS = 2;
    private static final long CAPACITY = BLOCKS * HeapMemory.BLOCK_BYTES - FIRST;

    private final BlockTable table;
    private final long flag;
    private final long buffer;

    /** A barrier that is off; takes memory for its buffer. */
    StoreBarrier(HeapMemory memory, BlockTable table, long flag) {
        this.table = table;
        this.flag = flag;
        buffer = memory.acquire(BLOCKS);
        if (buffer == 0) {
            throw new IllegalStateException("no room for the store barrier's buffer: " + BLOCKS + " consecutive blocks of 32 KiB; give the machine more memory");
        }
        Address.storeLong(buffer + CLAIMED, 0);
    }

    /** Switches the barrier on; the world is stopped. */
    void begin() {
        Address.storeLong(buffer + CLAIMED, 0);
        Address.storeInt(flag, 1);
    }

    /** Switches it off; the world is stopped. */
    void end() {
        Address.storeInt(flag, 0);
    }

    boolean isOn() {
        return Address.loadInt(flag) != 0;
    }

    /** Takes a reference that is about to be stored. Any context. */
    void tell(long object) {
        if (!table.inRange(object) || Block.isMarked(object)) {
            return;
        }
        // SAFETY: between the claim and the store nobody takes from the buffer, for that needs another task or this one outside of here;
        // an interrupt that nests claims a word of its own.
        Preemption.disable();
        long at = Address.getAndAddLong(buffer + CLAIMED, 8);
        if (at < CAPACITY) {
            Address.storeLong(buffer + FIRST + at, object);
        }
        Preemption.enableLater();
    }

    /** Marks what was told since the last call. Returns false if there was more than the buffer holds: some of it is forgotten. */
    boolean take(Marker marker) {
        long taken = 0;
        long claimed = Address.loadLong(buffer + CLAIMED);
        while (claimed != 0) {
            long end = Words.min(claimed, CAPACITY);
            for (; taken < end; taken += 8) {
                marker.markReference(Address.loadLong(buffer + FIRST + taken));
            }
            if (Address.compareAndSetLong(buffer + CLAIMED, claimed, 0)) {
                return claimed <= CAPACITY;
            }
            claimed = Address.loadLong(buffer + CLAIMED);
        }
        return true;
    }
}
