package org.asterism.ostd.task;

import org.asterism.ostd.spi.Machine;
import org.asterism.ostd.spi.Ostd;

/**
 * Keeps the current task from being preempted: {@code try (var held = Preemption.disable()) { … }}; nests. Everybody has the same guard, so each
 * task counts its own: nobody turns preemption on that a spin lock or OSTD itself keeps off.
 */
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
        Task.current().preemptionGuards++;
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

    /**
     * Undoes one {@link #disable()}.
     *
     * @throws IllegalStateException if the current task has undone all of its own
     */
    @Override
    public void close() {
        Task self = Task.current();
        if (self.preemptionGuards == 0) {
            throw new IllegalStateException("preemption turned on by task " + self.name() + ", which did not turn it off");
        }
        self.preemptionGuards--;
        Ostd.machine().tasks().enablePreemption();
    }

    /**
     * Begins a call of somebody's code in atomic context, which is to undo only what it has done itself.
     *
     * @param proof the bound machine
     * @return for {@link #resume}
     */
    public static int suspend(Machine proof) {
        TaskAccess.check(proof);
        Task self = Task.current();
        int guards = self.preemptionGuards;
        self.preemptionGuards = 0;
        return guards;
    }

    /**
     * Ends such a call.
     *
     * @param proof the bound machine
     * @param guards from {@link #suspend}
     */
    public static void resume(Machine proof, int guards) {
        TaskAccess.check(proof);
        Task.current().preemptionGuards = guards;
    }

    /** Undoes what the current task has not undone. Returns whether there was anything. */
    static boolean undo() {
        Task self = Task.current();
        boolean any = self.preemptionGuards > 0;
        while (self.preemptionGuards > 0) {
            self.preemptionGuards--;
            Ostd.machine().tasks().enablePreemption();
        }
        return any;
    }
}
