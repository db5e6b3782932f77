package org.asterism.ostd.task;

import org.asterism.ostd.spi.Machine;

/**
 * A lock that one task holds, or one of the holds on a shared lock. Each task has a list of what it holds, so that a failure that leaves locks
 * behind can be undone ({@link HeldLocks}). Only OSTD's own locks get into the list: what is in it is called in the name of tasks that have failed.
 */
public abstract class HeldLock {
    /** The lock that the same task took before; null if this is the first, or not held. */
    HeldLock below;
    /** Which of all locks that the holder ever took it is; rises from the oldest that is held to the newest. */
    long number;

    /** A lock that nobody holds. */
    protected HeldLock() {
    }

    /**
     * Notes that the current task has taken the lock.
     *
     * @param proof the bound machine: only privileged code can name one
     * @param holder the current task
     */
    protected final void takenBy(Machine proof, Task holder) {
        TaskAccess.check(proof);
        // timer callbacks come between any two instructions, but leave the list as they find it
        below = holder.newestLock;
        number = ++holder.takenLocks;
        holder.newestLock = this;
        holder.heldLocks++;
    }

    /**
     * Notes that the current task gives the lock back.
     *
     * @param proof the bound machine
     * @param holder the current task
     */
    protected final void givenBackBy(Machine proof, Task holder) {
        TaskAccess.check(proof);
        if (holder.newestLock == this) {
            holder.newestLock = below;
            holder.heldLocks--;
            below = null;
        } else {
            HeldLocks.unlink(holder, this);
        }
    }

    /** Gives the lock back in the name of the current task, which has failed. */
    protected abstract void abandon();

    /**
     * What it is, for reports.
     *
     * @return such as {@code mutex}
     */
    protected abstract String kind();
}
