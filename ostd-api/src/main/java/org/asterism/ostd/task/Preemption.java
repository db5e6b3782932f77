package org.asterism.ostd.task;

import org.asterism.ostd.spi.Ostd;

/** Keeps the current task from being preempted: {@code try (var held = Preemption.disable()) { … }}; nests. */
public final class Preemption implements AutoCloseable {
    private static final Preemption HELD = new Preemption();

    private Preemption() {
    }

    /**
     * Turns preemption off: atomic context begins.
     *
     * @return the guard whose close turns it on again
     */
    public static Preemption disable() {
        Ostd.machine().tasks().disablePreemption();
        return HELD;
    }

    /**
     * Tells whether the current context is atomic.
     *
     * @return whether sleeping is forbidden
     */
    public static boolean isDisabled() {
        return Ostd.machine().tasks().isAtomic();
    }

    /**
     * Throws if sleeping is forbidden.
     *
     * @throws IllegalStateException with preemption off
     */
    public static void checkMaySleep() {
        if (isDisabled()) {
            throw new IllegalStateException("sleeping operation with preemption off");
        }
    }

    /** Undoes one {@link #disable()}. */
    @Override
    public void close() {
        enable();
    }

    /** Undoes one {@link #disable()} whose guard is out of reach. */
    static void enable() {
        Ostd.machine().tasks().enablePreemption();
    }
}
