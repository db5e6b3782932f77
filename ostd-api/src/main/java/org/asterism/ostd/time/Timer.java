package org.asterism.ostd.time;

import java.util.Objects;
import org.asterism.ostd.spi.Ostd;

/** A one-shot timer. */
public final class Timer {
    private final TimerCallback callback;
    private Object machineState;

    /**
     * Makes a timer that is not armed.
     *
     * @param callback called when the deadline has passed, in atomic context
     */
    public Timer(TimerCallback callback) {
        this.callback = Objects.requireNonNull(callback, "callback");
        machineState = Ostd.machine().timers().newState(this);
    }

    /**
     * Arms the timer, replacing an earlier deadline. Legal in atomic context.
     *
     * @param deadlineNanos monotonic nanoseconds; one that has passed fires soon
     */
    public void arm(long deadlineNanos) {
        Ostd.machine().timers().arm(this, deadlineNanos);
    }

    /**
     * Disarms the timer. Legal in atomic context.
     *
     * @return whether it was armed and will not fire
     */
    public boolean cancel() {
        return Ostd.machine().timers().cancel(this);
    }

    /**
     * The callback.
     *
     * @return never null
     */
    public TimerCallback callback() {
        return callback;
    }

    /**
     * The machine's own state of this timer.
     *
     * @param proof the bound machine: only privileged code can name one
     * @return what the machine made for it
     */
    public Object machineState(org.asterism.ostd.spi.Machine proof) {
        check(proof);
        return machineState;
    }

    /**
     * Sets the machine's own state of this timer.
     *
     * @param proof the bound machine
     * @param state anything
     */
    public void setMachineState(org.asterism.ostd.spi.Machine proof, Object state) {
        check(proof);
        machineState = state;
    }

    private static void check(org.asterism.ostd.spi.Machine proof) {
        if (proof == null || proof != Ostd.machine()) {
            throw new IllegalStateException("only the bound machine may look inside a timer");
        }
    }
}
