package org.asterism.service.proc.futex;

import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.memory.SharedPlace;
import org.asterism.ostd.mm.FrameTable;

/** Which word: equal for all who mean the same memory. Filled anew for each call, so that none has to be made. */
final class FutexKey implements SharedPlace {
    /** The address space, or the pages that are mapped shared. */
    private Object owner;
    /** An address, or a position in the pages. */
    private long position;

    /**
     * Means a word from now on.
     *
     * @param space whose address it is
     * @param address a multiple of 4
     * @param onlyThisSpace whether the program promises that nobody else means the word
     */
    void set(AddressSpace space, long address, boolean onlyThisSpace) {
        owner = space;
        position = address;
        if (!onlyThisSpace) {
            space.findShared(address, this);
        }
    }

    /** Means the word that another key means. */
    void set(FutexKey other) {
        owner = other.owner;
        position = other.position;
    }

    @Override
    public void at(FrameTable pages, long place) {
        owner = pages;
        position = place;
    }

    boolean matches(FutexKey other) {
        return owner == other.owner && position == other.position;
    }

    int spread() {
        long mixed = (position >>> 2) * 0x9e37_79b9_7f4a_7c15L + System.identityHashCode(owner);
        return (int) (mixed >>> 40);
    }
}
