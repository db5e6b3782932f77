package org.asterism.ostd.host;

import org.asterism.ostd.arch.PhysicalMemory;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SimulatedMemory;

/** RAM of a simulated machine: physical address 0 is where a range of simulated memory begins. */
final class HostMemory extends PhysicalMemory {
    private final long bytes;

    HostMemory(long bytes) {
        super(SimulatedMemory.reserve(bytes));
        this.bytes = bytes;
    }

    /** Gives the memory back to the JVM; later accesses fault. */
    void release() {
        SimulatedMemory.release(address(0), bytes);
    }

    @Override
    public void copyToArray(long address, byte[] into, int at, int length) {
        int done = 0;
        while (done < length) {
            if ((address + done & 7) == 0 && length - done >= Long.BYTES) {
                long word = Address.loadLong(address + done);
                for (int i = 0; i < Long.BYTES; i++) {
                    into[at + done + i] = (byte) (word >>> Byte.SIZE * i);
                }
                done += Long.BYTES;
            } else {
                into[at + done] = Address.loadByte(address + done);
                done++;
            }
        }
    }

    @Override
    public void copyFromArray(byte[] from, int at, long address, int length) {
        int done = 0;
        while (done < length) {
            if ((address + done & 7) == 0 && length - done >= Long.BYTES) {
                long word = 0;
                for (int i = Long.BYTES - 1; i >= 0; i--) {
                    word = word << Byte.SIZE | from[at + done + i] & 0xFF;
                }
                Address.storeLong(address + done, word);
                done += Long.BYTES;
            } else {
                Address.storeByte(address + done, from[at + done]);
                done++;
            }
        }
    }
}
