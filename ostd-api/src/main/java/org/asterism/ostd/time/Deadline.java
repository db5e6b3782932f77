package org.asterism.ostd.time;

/** An entry of a {@link DeadlineHeap}: what waits for a moment extends it. In one heap at a time, and guarded with it. */
public abstract class Deadline {
    long deadlineNanos;
    boolean armed;
    Deadline child;
    Deadline sibling;
    /** The previous sibling, or the parent of a first child. */
    Deadline before;

    /** One that is not armed. */
    protected Deadline() {}
}
