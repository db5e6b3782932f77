package org.asterism.service.proc.process;

import java.util.concurrent.atomic.AtomicLong;

/** What a process used: sums over its ended threads, over the children it waited for, and of faults. */
public final class ProcessUsage {
    private final AtomicLong endedUserNanos = new AtomicLong();
    private final AtomicLong endedSystemNanos = new AtomicLong();
    private final AtomicLong childrenUserNanos = new AtomicLong();
    private final AtomicLong childrenSystemNanos = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong childrenFaults = new AtomicLong();
    private volatile long largestResidentBytes;
    private volatile long childrenLargestResidentBytes;

    /** Nothing used yet. */
    public ProcessUsage() {
    }

    /**
     * A thread ended.
     *
     * @param userNanos its time in user mode
     * @param systemNanos its time in the kernel
     */
    void addThread(long userNanos, long systemNanos) {
        endedUserNanos.addAndGet(userNanos);
        endedSystemNanos.addAndGet(systemNanos);
    }

    /**
     * A child was waited for.
     *
     * @param child it has ended
     */
    public void addChild(Process child) {
        childrenUserNanos.addAndGet(child.userTimeNanos() + child.childrenUserTimeNanos());
        childrenSystemNanos.addAndGet(child.systemTimeNanos() + child.childrenSystemTimeNanos());
        childrenFaults.addAndGet(child.usage().faults() + child.usage().childrenFaults());
        childrenLargestResidentBytes = Math.max(childrenLargestResidentBytes,
                Math.max(child.usage().largestResidentBytes(), child.usage().childrenLargestResidentBytes()));
    }

    /** A page fault was resolved without input. */
    public void countFault() {
        faults.incrementAndGet();
    }

    /**
     * Notes a resident size.
     *
     * @param bytes now
     */
    public void noteResident(long bytes) {
        largestResidentBytes = Math.max(largestResidentBytes, bytes);
    }

    long endedUserNanos() {
        return endedUserNanos.get();
    }

    long endedSystemNanos() {
        return endedSystemNanos.get();
    }

    long childrenUserNanos() {
        return childrenUserNanos.get();
    }

    long childrenSystemNanos() {
        return childrenSystemNanos.get();
    }

    /**
     * Page faults.
     *
     * @return a count
     */
    public long faults() {
        return faults.get();
    }

    /**
     * Page faults of children that were waited for.
     *
     * @return a count
     */
    public long childrenFaults() {
        return childrenFaults.get();
    }

    /**
     * The largest resident size noted.
     *
     * @return bytes
     */
    public long largestResidentBytes() {
        return largestResidentBytes;
    }

    /**
     * The largest resident size of a child that was waited for.
     *
     * @return bytes
     */
    public long childrenLargestResidentBytes() {
        return childrenLargestResidentBytes;
    }
}
