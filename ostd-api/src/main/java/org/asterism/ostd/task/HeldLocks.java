package org.asterism.ostd.task;

import org.asterism.ostd.spi.Machine;

/** The locks of the current task, for those who contain its failures. */
public final class HeldLocks {
    private static final int MOST_NAMED = 16;

    private HeldLocks() {
    }

    /**
     * Where the list ends now.
     *
     * @param proof the bound machine: a lock is closed by whoever has it
     * @return for {@link #releaseSince}; null if the task holds no lock
     */
    public static HeldLock newest(Machine proof) {
        TaskAccess.check(proof);
        return newest();
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
     * @param before what {@link #newest(Machine)} was then
     */
    public static void releaseSince(Machine proof, HeldLock before) {
        TaskAccess.check(proof);
        releaseSince(before);
        Preemption.undo();
    }

    private static void releaseSince(HeldLock before) {
        Task self = Task.current();
        for (HeldLock lock = self.newestLock; lock != before && lock != null; lock = self.newestLock) {
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
        return releaseAll(null);
    }

    /**
     * Releases every lock that the current task has taken since a moment, and turns preemption on if it was left off.
     *
     * @param before what {@link #newest(Machine)} was then, with preemption on
     * @return what was left locked, in words; null if nothing
     */
    public static String releaseAll(HeldLock before) {
        HeldLock newest = newest();
        String left = newest == before ? null : describe(newest, before);
        releaseSince(before);
        if (!Preemption.undo()) {
            return left;
        }
        return left == null ? "preemption off" : left + ", preemption off";
    }

    private static String describe(HeldLock newest, HeldLock before) {
        try {
            StringBuilder text = new StringBuilder();
            int count = 0;
            for (HeldLock lock = newest; lock != before && lock != null; lock = lock.below) {
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
