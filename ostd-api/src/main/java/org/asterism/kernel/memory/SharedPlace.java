package org.asterism.kernel.memory;

import org.asterism.ostd.mm.FrameTable;

/** Takes where bytes of a shared mapping really are: the same for all who map them. */
@FunctionalInterface
public interface SharedPlace {
    /**
     * The place of an address.
     *
     * @param pages what is mapped
     * @param position of the byte in them
     */
    void at(FrameTable pages, long position);
}
