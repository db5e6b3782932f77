package org.asterism.kernel.vfs;

import org.asterism.ostd.sync.WaitQueue;

/** Someone who wants to be woken when a file's readiness changes. */
public interface Poller {
    /**
     * Registers with a queue that the file wakes at changes; the poller leaves all queues by itself when it is done.
     *
     * @param queue the file's queue
     */
    void register(WaitQueue queue);
}
