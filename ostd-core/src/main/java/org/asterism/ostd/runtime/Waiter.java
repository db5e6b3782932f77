package org.asterism.ostd.runtime;

/** One task in a queue of the runtime. Guarded by the lock of the queue's owner. */
final class Waiter {
    /** The task's control area. */
    final long threadArea;
    /** The next in the queue, or null. */
    Waiter next;
    /** Whether the queue's owner has removed it to wake its task. */
    volatile boolean released;

    Waiter(long threadArea) {
        this.threadArea = threadArea;
    }
}
