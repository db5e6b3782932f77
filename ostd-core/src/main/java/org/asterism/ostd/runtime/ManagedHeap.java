package org.asterism.ostd.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.heap.HeapMemory;
import org.asterism.ostd.heap.HeapOptions;
import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.heap.ReferenceLayout;
import org.asterism.ostd.heap.RootProvider;
import org.asterism.ostd.mm.HeapStatistics;
import org.asterism.ostd.unsafe.AssemblySymbol;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.ThreadArea;

/** The one object heap of this image. Before {@link #start}, objects come from the boot arena. */
public final class ManagedHeap {
    /** {@code Reference.referent} and {@code Reference.queue} are the first two fields of their class, in this order. */
    private static final int REFERENT = 16;
    private static final int QUEUE = 24;

    private static ObjectHeap heap;

    private ManagedHeap() {}

    /**
     * Starts the heap.
     *
     * @param memory  where blocks come from
     * @param roots   shows the stacks of tasks
     * @param options sizes and stress settings
     * @throws IllegalStateException if it was started before, or the memory has no room for its tables
     */
    public static void start(HeapMemory memory, RootProvider roots, HeapOptions options) {
        if (heap != null) {
            throw new IllegalStateException("the object heap was started before; an image has one");
        }
        ReferenceLayout layout = new ReferenceLayout(REFERENT, QUEUE, ClassObjects.metadataOf(ReferenceQueue.class), ClassObjects.metadataOf(SoftReference.class));
        ExceptionSupport.prepare();
        heap = new ObjectHeap(memory, roots, new ImageRoots(), layout, options);
    }

    /** Takes the heap's minimum from memory at once and keeps it, so that used memory tells what is in use. */
    public static void reserveMinimum() {
        heap.reserveMinimum();
    }

    /** The heap, or null before {@link #start}. */
    static ObjectHeap heap() {
        return heap;
    }

    /** Collects now. Any task context, preemption on. */
    public static void collect() {
        if (heap != null) {
            heap.collect(HeapStatistics.CAUSE_REQUEST);
        }
    }

    /**
     * Does a part of the collection under way, or begins one. Any task context.
     *
     * @param units about how many references to look at
     */
    public static void collectStep(int units) {
        if (heap != null) {
            heap.step(units, HeapStatistics.CAUSE_REQUEST);
        }
    }

    /**
     * Makes one fallible allocation of the running task fail.
     *
     * @param count which one from here on, from 1; 0 for none
     * @return what was left to count before
     */
    public static int failAllocation(int count) {
        return heap.failAllocation(ThreadArea.current(), count);
    }

    /**
     * Returns the allocation runs of a task that ends, before its control area is freed.
     *
     * @param threadArea of the task
     */
    public static void taskEnded(long threadArea) {
        if (heap != null) {
            heap.taskEnded(threadArea);
        }
    }

    /**
     * The figures of the heap.
     *
     * @return a live view, null before {@link #start}
     */
    public static HeapStatistics statistics() {
        return heap == null ? null : heap.statistics();
    }

    /**
     * Memory the heap holds now.
     *
     * @return bytes
     */
    public static long heldBytes() {
        return heap == null ? 0 : heap.heldBytes();
    }

    /**
     * Memory of the heap that is not empty.
     *
     * @return bytes of live and not yet collected objects, and the free cells between them
     */
    public static long usedBytes() {
        return heap == null ? 0 : heap.usedBytes();
    }

    /**
     * What the heap may grow to now.
     *
     * @return bytes
     */
    public static long limitBytes() {
        return heap == null ? 0 : heap.limitBytes();
    }

    /**
     * Takes one reference object that a collection cleared and that is registered with a queue.
     *
     * @return null if none waits
     */
    public static Reference<?> takeClearedReference() {
        // SAFETY: the heap keeps it alive until it is taken.
        return heap == null ? null : (Reference<?>) ObjectReference.fromAddress(heap.takePendingReference());
    }

    /**
     * Saves all registers that a callee keeps for its caller on the stack, then calls {@link #collectSaved}; what a
     * {@link RootProvider} calls in {@code collectWithSavedRegisters}.
     *
     * @param part to pass on
     */
    @AssemblySymbol("asterism_save_registers_and_collect")
    public static native void saveRegistersAndCollect(long part);

    @Exported("asterism_collect_saved")
    @NoAllocation
    @NoBlocking
    static void collectSaved(long stackPointer, long part) {
        heap.collectFrom(stackPointer, (int) part);
    }

    /** What the emission point of reference stores does while the marking flag is set, by way of a stub that keeps all registers. */
    @Exported("asterism_tell_collector")
    @NoAllocation
    @NoBlocking
    static void tellCollector(long object) {
        heap.tell(object);
    }
}
