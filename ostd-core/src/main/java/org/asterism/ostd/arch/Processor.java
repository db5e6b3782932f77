package org.asterism.ostd.arch;

/** The calling processor: interrupts, stacks, clock and alarm. */
public abstract class Processor {
    /** For subclasses. */
    protected Processor() {}

    /**
     * Turns interrupts off on the calling processor, for a few instructions that also change what an interrupt would look at.
     *
     * @return what {@link #restoreInterrupts} takes
     */
    public abstract long disableInterrupts();

    /**
     * Makes interrupts what they were.
     *
     * @param before from {@link #disableInterrupts}
     */
    public abstract void restoreInterrupts(long before);

    /** Turns interrupts on. */
    public abstract void enableInterrupts();

    /** With interrupts off: turns them on and sleeps until one has come, in one step. */
    public abstract void waitForInterrupt();

    /**
     * Continues another task; returns when the calling one is continued. Called with interrupts off.
     *
     * @param saveAt       where the stack pointer of the calling task is stored
     * @param stackPointer of the other task
     * @param area         thread area of the other task
     */
    public abstract void switchTo(long saveAt, long stackPointer, long area);

    /**
     * Prepares the stack of a task that has not run: it begins in {@link org.asterism.ostd.scheduling.TaskSwitcher#begin()}.
     *
     * @param top the address past the stack, 16-byte aligned
     * @return the stack pointer for {@link #switchTo}
     */
    public abstract long prepareStack(long top);

    /**
     * Monotonic time since boot.
     *
     * @return nanoseconds
     */
    public abstract long monotonicNanos();

    /**
     * A counter that is cheaper to read than the clock.
     *
     * @return ticks since boot
     */
    public abstract long ticks();

    /**
     * Converts a number of ticks.
     *
     * @param ticks from differences of {@link #ticks()}
     * @return nanoseconds
     */
    public abstract long nanosOf(long ticks);

    /**
     * Asks for one timer interrupt, replacing an earlier request.
     *
     * @param deadlineNanos monotonic; one that has passed comes at once
     */
    public abstract void setAlarm(long deadlineNanos);

    /**
     * Tells whether the last alarm has come since this was last asked, and forgets it.
     *
     * @return whether timers are due
     */
    public abstract boolean takeAlarm();
}
