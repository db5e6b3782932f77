package org.asterism.ostd.arch;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SimulatedMemory;

/** RAM of a simulated machine: physical address 0 is where a range of simulated memory begins. */
public final class SimulatedPhysicalMemory extends PhysicalMemory {
    /** Reserves RAM. */
    public SimulatedPhysicalMemory(long bytes) {
        super(SimulatedMemory.reserve(bytes));
    }

    @Override
    public void copyToArray(long address, byte[] into, int at, int length) {
        for (int i = 0; i < length; i++) {
            into[at + i] = Address.loadByte(address + i);
        }
    }

    @Override
    public void copyFromArray(byte[] from, int at, long address, int length) {
        for (int i = 0; i < length; i++) {
            Address.storeByte(address + i, from[at + i]);
        }
    }
}
