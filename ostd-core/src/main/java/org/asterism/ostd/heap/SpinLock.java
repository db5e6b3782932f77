package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;

/** The heap lock: a raw word, taken with preemption off. */
final class SpinLock {
    private final long word;

    SpinLock(HeapMemory memory) {
        word = memory.acquire(1);
        if (word == 0) {
            throw new IllegalStateException("no room for the heap lock: one block of 32 KiB; give the machine more memory");
        }
        Address.storeInt(word, 0);
    }

    void acquire() {
        Preemption.disable();
        while (!Address.compareAndSetInt(word, 0, 1)) {
            Address.pause();
        }
    }

    void release() {
        Address.storeIntRelease(word, 0);
        Preemption.enable();
    }
}
