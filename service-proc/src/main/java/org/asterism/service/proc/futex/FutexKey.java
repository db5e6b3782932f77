package org.asterism.service.proc.futex;

import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.memory.Mapping;

/**
 * Which word: equal for all who mean the same memory.
 *
 * @param owner the address space, or the pages that are mapped shared
 * @param position an address, or a position in the pages
 */
record FutexKey(Object owner, long position) {
    /**
     * The key of a word.
     *
     * @param space whose address it is
     * @param address a multiple of 4
     * @param onlyThisSpace whether the program promises that nobody else means the word
     */
    static FutexKey of(AddressSpace space, long address, boolean onlyThisSpace) {
        if (!onlyThisSpace) {
            Mapping mapping = space.mappingAt(address);
            if (mapping != null && mapping.shared() && mapping.file() != null) {
                return new FutexKey(mapping.file().pages(), mapping.offset() + (address - mapping.start()));
            }
        }
        return new FutexKey(space, address);
    }

    boolean matches(FutexKey other) {
        return owner == other.owner && position == other.position;
    }

    int spread() {
        long mixed = (position >>> 2) * 0x9e37_79b9_7f4a_7c15L + System.identityHashCode(owner);
        return (int) (mixed >>> 40);
    }
}
