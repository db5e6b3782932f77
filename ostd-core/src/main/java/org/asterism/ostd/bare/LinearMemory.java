package org.asterism.ostd.bare;

import org.asterism.ostd.arch.PhysicalMemory;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** RAM behind a linear map. */
public final class LinearMemory extends PhysicalMemory {
    /**
     * RAM behind a linear map.
     *
     * @param linearMap where physical address 0 is mapped
     */
    public LinearMemory(long linearMap) {
        super(linearMap);
    }

    @Override
    public void copyToArray(long address, byte[] into, int at, int length) {
        // SAFETY: the caller checked the range; objects do not move, and the parameter keeps the array alive.
        Address.copyBytes(address, ObjectReference.toAddress(into) + ObjectLayout.ARRAY_DATA + at, length);
    }

    @Override
    public void copyFromArray(byte[] from, int at, long address, int length) {
        // SAFETY: as above.
        Address.copyBytes(ObjectReference.toAddress(from) + ObjectLayout.ARRAY_DATA + at, address, length);
    }
}
