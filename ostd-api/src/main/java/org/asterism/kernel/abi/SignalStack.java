package org.asterism.kernel.abi;

import org.asterism.ostd.mm.UserMemory;

/** The stack that a handler is entered on. */
final class SignalStack {
    private SignalStack() {
    }

    /**
     * Stores a part of a signal frame, past pages for which there was no memory at first.
     *
     * @param address where
     * @param part all of it is stored
     * @return false if the program may not store there
     * @throws OutOfMemoryError if there is no memory for a page: the caller may do the same again when there is
     */
    static boolean store(long address, byte[] part) {
        int stored = 0;
        while (stored < part.length) {
            int count = UserMemory.write(address + stored, part, stored, part.length - stored);
            if (count == 0) {
                return false;
            }
            stored += count;
        }
        return true;
    }
}
