package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** A spin lock of the language runtime, held for a few dozen instructions with preemption off. Nothing is allocated under it. */
final class RuntimeLock {
    /** The first field of the first class below Object, hence at {@link ObjectLayout#FIRST_FIELD}. */
    private int held;

    void acquire() {
        Preemption.disable();
        // SAFETY: the word is the field above, which nothing else touches.
        long word = ObjectReference.toAddress(this) + ObjectLayout.FIRST_FIELD;
        while (!Address.compareAndSetInt(word, 0, 1)) {
            Address.pause();
        }
    }

    void release() {
        Address.storeIntRelease(ObjectReference.toAddress(this) + ObjectLayout.FIRST_FIELD, 0);
        Preemption.enable();
    }

    /** Whether somebody holds it; for assertions. */
    boolean isHeld() {
        return held != 0;
    }
}
