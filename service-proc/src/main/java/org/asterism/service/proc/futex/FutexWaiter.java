package org.asterism.service.proc.futex;

import org.asterism.ostd.task.Task;

/**
 * The sleeper that a task is while it waits, in one bucket. Guarded by the lock of the bucket it is in; {@link #woken} may be read without.
 */
final class FutexWaiter {
    final Task task = Task.current();
    final FutexKey key = new FutexKey();
    int bits;
    FutexBucket bucket;
    FutexWaiter next;
    volatile boolean woken;
}
