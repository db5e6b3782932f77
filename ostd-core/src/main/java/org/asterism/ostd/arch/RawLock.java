package org.asterism.ostd.arch;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.runtime.Preemption;

/**
 * OSTD's own spin lock: preemption is off while it is held. Held for short sections that neither sleep nor call out. Interrupts
 * never take one, so they need not be off.
 */
public final class RawLock {
    private final AtomicInteger taken = new AtomicInteger();

    /** Makes a free lock. */
    public RawLock() {}

    /** Turns preemption off and takes the lock. */
    public void lock() {
        Preemption.disable();
        while (!taken.compareAndSet(0, 1)) {
            Thread.onSpinWait();
        }
    }

    /** Releases the lock and undoes one disabling of preemption. */
    public void unlock() {
        taken.set(0);
        Preemption.enable();
    }

    /** Releases the lock and leaves preemption as it is: for the end of a task switch. */
    public void release() {
        taken.set(0);
    }
}
