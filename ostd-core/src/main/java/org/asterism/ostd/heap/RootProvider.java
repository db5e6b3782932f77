package org.asterism.ostd.heap;

/**
 * What the collector needs of whoever runs tasks: to stop them, and to be shown their stacks. One instance, given to
 * {@code Heap.start}.
 *
 * <p>Called with preemption off, by the one task (or interrupt) that collects. Implementations neither allocate objects nor block.
 */
public abstract class RootProvider {
    /** Returns once no other CPU runs Java code that may touch objects. With one CPU, preemption off is enough and this does nothing. */
    public abstract void stopWorld();

    /** Ends what {@link #stopWorld} began. */
    public abstract void resumeWorld();

    /**
     * Shows every task to the scanner, the collecting one included, each exactly once, and any other stack in use.
     *
     * @param scanner             takes the roots
     * @param currentStackPointer the stack pointer of the collecting task; above it lie all registers its callers need
     */
    public abstract void visitRoots(RootScanner scanner, long currentStackPointer);

    /**
     * Monotonic time, for the collector's figures.
     *
     * @return nanoseconds since some fixed moment
     */
    public abstract long nanoTime();

    /**
     * Calls {@link ObjectHeap#collectFrom} with all registers of the caller saved on its stack.
     *
     * @param heap to collect
     * @param part to pass on
     */
    public abstract void collectWithSavedRegisters(ObjectHeap heap, int part);
}
