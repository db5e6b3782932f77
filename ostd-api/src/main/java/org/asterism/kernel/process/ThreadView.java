package org.asterism.kernel.process;

/** A thread as {@code /proc/PID/task/TID} shows it. */
public interface ThreadView {
    /**
     * Its id.
     *
     * @return positive
     */
    int id();

    /**
     * Its name.
     *
     * @return at most 15 characters, each one byte
     */
    String command();

    /**
     * Its state as ps(1) shows it.
     *
     * @return {@code R}, {@code S}, {@code D}, {@code T}, {@code Z} or {@code X}
     */
    char state();

    /**
     * Time in user mode.
     *
     * @return nanoseconds
     */
    long userTimeNanos();

    /**
     * Time in the kernel.
     *
     * @return nanoseconds
     */
    long systemTimeNanos();

    /**
     * Which allocation of its system calls fails for want of memory: fault injection.
     *
     * @return from 1; 0 for none, or if it has failed
     */
    int allocationToFail();

    /**
     * Sets which allocation of its system calls fails, beginning with the next call.
     *
     * @param count from 1; 0 for none
     */
    void failAllocation(int count);
}
