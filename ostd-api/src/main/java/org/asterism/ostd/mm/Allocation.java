package org.asterism.ostd.mm;

import org.asterism.ostd.spi.Ostd;

/**
 * Whether the current task may be refused memory. A <em>fallible</em> allocation leaves the object heap's reserve alone and throws
 * {@link OutOfMemoryError} when nothing else is left: what a program asks for, and can be told ENOMEM about. An <em>assured</em> one may
 * use the reserve: the second half of an operation that has begun to change things, and what gives memory back. Tasks begin assured.
 *
 * <pre>{@code
 * try (var assured = Allocation.assured()) {
 *     …
 * }
 * }</pre>
 *
 * <p>A system call begins fallible, allocates what it needs, calls {@link #commit()} and changes things. The scope is its own guard, belongs to the task that opened it, and allocates nothing. The reserve is finite: an assured allocation that
 * lives on must be preceded by a fallible one, so that programs cannot use it up. Frames have no reserve.
 */
public final class Allocation implements AutoCloseable {
    private static final Allocation BACK_TO_FALLIBLE = new Allocation(true);
    private static final Allocation BACK_TO_ASSURED = new Allocation(false);

    private final boolean before;

    private Allocation(boolean before) {
        this.before = before;
    }

    /**
     * Begins a stretch in which memory may be refused, and failures be injected.
     *
     * @return restores what was before when closed
     */
    public static Allocation fallible() {
        return set(true);
    }

    /**
     * Begins a stretch that may use the reserve, and in which no failure is injected.
     *
     * @return restores what was before when closed
     */
    public static Allocation assured() {
        return set(false);
    }

    /**
     * Makes the rest of the current stretch assured: the operation begins to change things, and goes through with it. What it needs for
     * long it has allocated before.
     */
    public static void commit() {
        Ostd.machine().heap().setFallible(false);
    }

    private static Allocation set(boolean fallible) {
        return Ostd.machine().heap().setFallible(fallible) ? BACK_TO_FALLIBLE : BACK_TO_ASSURED;
    }

    /**
     * Makes one fallible allocation of the current task fail, of an object or a frame: fault injection.
     *
     * @param count which one from here on, from 1; 0 for none
     * @return what was left to count of the last setting, 0 if none was set or the allocation has failed
     * @throws IllegalArgumentException if the count is negative
     */
    public static int failNth(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("cannot make allocation number " + count + " fail; counting begins at 1");
        }
        return Ostd.machine().heap().failAllocation(count);
    }

    @Override
    public void close() {
        Ostd.machine().heap().setFallible(before);
    }
}
