package org.asterism.ostd.x86;

import org.asterism.ostd.arch.PhysicalMemory;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** RAM behind the linear map at the beginning of the kernel's half. */
final class X86PhysicalMemory extends PhysicalMemory {
    /** Where physical address 0 is mapped. */
    static final long LINEAR_MAP = 0xffff_8000_0000_0000L;

    X86PhysicalMemory() {
        super(LINEAR_MAP);
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
