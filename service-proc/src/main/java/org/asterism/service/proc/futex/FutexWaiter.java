package org.asterism.service.proc.futex;

import org.asterism.ostd.task.Task;

/** A sleeper in one bucket. Guarded by the lock of the bucket it is in; {@link #woken} may be read without. */
final class FutexWaiter {
    final Task task;
    final int bits;
    FutexKey key;
    FutexBucket bucket;
    FutexWaiter next;
    volatile boolean woken;

    FutexWaiter(Task task, FutexKey key, int bits) {
        this.task = task;
        this.key = key;
        this.bits = bits;
    }
}
