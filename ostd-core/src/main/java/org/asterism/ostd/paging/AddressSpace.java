package org.asterism.ostd.paging;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.mm.FaultResolver;

/** One user page table. Its fields are guarded by {@link #lock}. */
public final class AddressSpace {
    final FaultResolver resolver;
    final RawLock lock = new RawLock();
    /** Physical address of the root table; 0 once destroyed. */
    long root;
    /** Mapped pages. */
    long pages;
    /** Tasks that have this space active. */
    private int users;

    AddressSpace(FaultResolver resolver, long root) {
        this.resolver = resolver;
        this.root = root;
    }

    /**
     * Who makes pages of this space accessible.
     *
     * @return never null
     */
    public FaultResolver resolver() {
        return resolver;
    }

    /**
     * Physical address of the root table.
     *
     * @return 0 once destroyed
     */
    public long root() {
        return root;
    }

    /**
     * Counts one more task that has this space active, which keeps it from being destroyed.
     *
     * @throws IllegalStateException if it is destroyed
     */
    public void enter() {
        locked();
        users++;
        lock.unlock();
    }

    /** Takes one {@link #enter()} back. */
    public void leave() {
        lock.lock();
        users--;
        lock.unlock();
    }

    /** Takes the lock of a live space. */
    void locked() {
        lock.lock();
        if (root == 0) {
            lock.unlock();
            throw new IllegalStateException("address space used after it was closed");
        }
    }

    /** Ends this space; returns the root table, which the caller now owns alone, or 0 if it ended before. */
    long end() {
        lock.lock();
        try {
            if (users != 0) {
                throw new IllegalStateException("address space closed while " + users + " task(s) have it active; deactivate it first");
            }
            long last = root;
            root = 0;
            pages = 0;
            return last;
        } finally {
            lock.unlock();
        }
    }
}
