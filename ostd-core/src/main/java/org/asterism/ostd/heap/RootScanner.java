package org.asterism.ostd.heap;

/**
 * Takes ambiguous roots from a {@link RootProvider}: memory in which any aligned word may or may not be the address of an object or of
 * a byte inside one.
 */
public abstract class RootScanner {
    /** For the collector. */
    RootScanner() {}

    /**
     * A task: its control area, and its stack from the stack pointer to {@link org.asterism.ostd.unsafe.ThreadArea#STACK_BASE}.
     * Registers the task held when it lost the CPU must lie in that part of the stack, or be shown by {@link #range}.
     *
     * @param threadArea   the area of the task
     * @param stackPointer where its stack ends now
     */
    public abstract void task(long threadArea, long stackPointer);

    /**
     * Any other memory that may hold references: saved registers, an interrupt stack.
     *
     * @param from the first byte, 8-byte aligned
     * @param to   the byte after the last
     */
    public abstract void range(long from, long to);
}
