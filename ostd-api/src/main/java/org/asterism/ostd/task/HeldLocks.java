package org.asterism.ostd.task;

import org.asterism.ostd.spi.Machine;

/** The locks of the current task, for those who contain its failures. */
public final class HeldLocks {
    private static final int MOST_NAMED = 16;

    private HeldLocks() {
    }

    /**
     * Which locks the current task has taken so far: those taken later are told from them whatever becomes of these, so that whoever is called
     * and gives back one of its own among them does not get rid of others'.
     *
     * @param proof the bound machine: whoever may name a moment can release what others hold
     * @return for {@link #releaseSince}
     */
    public static long mark(Machine proof) {
        TaskAccess.check(proof);
        return Task.current().takenLocks;
    }

    /**
     * Tells whether the current task holds a lock.
     *
     * @return whether there is any to release
     */
    public static boolean areHeld() {
        return newest() != null;
    }

    private static HeldLock newest() {
        return Task.current().newestLock;
    }

    /**
     * Releases what was taken since a moment and not given back, newest first, and turns preemption on as often as it was turned off. Legal in
     * atomic context; allocates nothing.
     *
     * @param proof the bound machine: whoever is called with others' locks held must not get rid of them
     * @param before what {@link #mark(Machine)} was then
     */
    public static void releaseSince(Machine proof, long before) {
        TaskAccess.check(proof);
        releaseSince(before);
        Preemption.undo();
    }

    private static void releaseSince(long before) {
        Task self = Task.current();
        for (HeldLock lock = self.newestLock; lock != null && lock.number > before; lock = self.newestLock) {
            lock.abandon();
            if (self.newestLock == lock) {
                unlink(self, lock);
            }
        }
    }

    /**
     * Releases every lock of the current task, and turns preemption on if it was left off.
     *
     * @return what was left locked, in words; null if nothing
     */
    public static String releaseAll() {
        return releaseAll(0);
    }

    /**
     * Releases every lock that the current task has taken since a moment, and turns preemption on if it was left off.
     *
     * @param before what {@link #mark(Machine)} was then, with preemption on; 0 for all
     * @return what was left locked, in words; null if nothing
     */
    public static String releaseAll(long before) {
        HeldLock newest = newest();
        String left = newest == null || newest.number <= before ? null : describe(newest, before);
        releaseSince(before);
        if (!Preemption.undo()) {
            return left;
        }
        return left == null ? "preemption off" : left + ", preemption off";
    }

    private static String describe(HeldLock newest, long before) {
        try {
            StringBuilder text = new StringBuilder();
            int count = 0;
            for (HeldLock lock = newest; lock != null && lock.number > before; lock = lock.below) {
                if (count++ < MOST_NAMED) {
                    text.append(lock == newest ? "" : ", ").append(lock.kind());
                }
            }
            return count > MOST_NAMED ? text + " and " + (count - MOST_NAMED) + " more" : text.toString();
        } catch (OutOfMemoryError e) {
            return "locks";
        }
    }

    static void unlink(Task holder, HeldLock lock) {
        HeldLock above = null;
        HeldLock found = holder.newestLock;
        while (found != lock && found != null) {
            above = found;
            found = found.below;
        }
        if (found == null) {
            return;
        }
        if (above == null) {
            holder.newestLock = lock.below;
        } else {
            above.below = lock.below;
        }
        holder.heldLocks--;
        lock.below = null;
    }
}
