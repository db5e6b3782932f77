package org.asterism.test;

import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.task.Preemption;

/** Which locks the running task holds. */
final class LockWitness {
    private LockWitness() {
    }

    /** Releases all and tells which they were; null if none. Asking without releasing would leave the rest of a failed test to hang. */
    static String release() {
        return !HeldLocks.areHeld() && !Preemption.isDisabled() ? null : HeldLocks.releaseAll();
    }
}
