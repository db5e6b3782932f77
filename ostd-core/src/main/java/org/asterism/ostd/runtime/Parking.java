package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.unsafe.Waits;

/**
 * How the language runtime makes a task wait: monitors, {@code Object.wait}, class initialisation and {@code LockSupport} are built on
 * this. Implemented by the scheduler of a machine; a Linux process has one task. Tasks are named by the address of their
 * {@link ThreadArea}.
 *
 * <p>Each task has one permit, as in {@link java.util.concurrent.locks.LockSupport}: an unpark before the park is not lost.
 */
public abstract class Parking {
    private static Parking installed;

    /**
     * Installs the implementation, once, before a second task exists.
     *
     * @param parking of this machine
     */
    public static void install(Parking parking) {
        installed = parking;
    }

    /**
     * The implementation in use.
     *
     * @return never null once the machine is up
     */
    public static Parking current() {
        return installed;
    }

    /**
     * Blocks the current task until its permit is there, and takes it; may return early for no reason. Called with preemption on.
     *
     * @param timeoutNanos after which it returns in any case; {@link Long#MAX_VALUE} for never
     */
    @Waits
    public abstract void park(long timeoutNanos);

    /**
     * Makes the permit of a task available. Callable with preemption off; does not block or allocate.
     *
     * @param threadArea of the task, which must not have ended
     */
    public abstract void unpark(long threadArea);

    /**
     * Called when the current task switches preemption back on and {@link ThreadArea#PREEMPTION_PENDING} is set: clears the word and
     * does what was put off, usually yielding the CPU.
     */
    public abstract void preempt();

    /**
     * Monotonic time.
     *
     * @return nanoseconds since some fixed moment
     */
    public abstract long nanoTime();
}
