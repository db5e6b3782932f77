package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * What lies between the stack limit and the guard page, for work that a task must finish wherever it is called: inside, recursive methods
 * throw no {@link StackOverflowError}. A preempted task may stand just above its limit, and what preempts it runs on the same stack.
 */
public final class StackReserve {
    private StackReserve() {}

    /**
     * Opens the reserve to the running task.
     *
     * @return what {@link #close} takes
     */
    public static long open() {
        // SAFETY: the word belongs to the running task; below the reserve lies the guard page.
        long word = ThreadArea.current() + ThreadArea.STACK_LIMIT;
        long limit = Address.loadLong(word);
        Address.storeLong(word, Long.MIN_VALUE);
        return limit;
    }

    /**
     * Closes it again.
     *
     * @param limit from {@link #open()} in the same task
     */
    public static void close(long limit) {
        Address.storeLong(ThreadArea.current() + ThreadArea.STACK_LIMIT, limit);
    }
}
