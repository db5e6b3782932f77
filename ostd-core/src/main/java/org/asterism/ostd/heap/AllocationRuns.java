package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AlwaysInline;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * The runs of free, zeroed cells that a task owns, one a size class, from which it allocates without a lock. All cells of a run have
 * their allocation bit set from the start; those from the cursor on hold no object yet, and the collector keeps them for the task.
 *
 * <p>A task may be interrupted anywhere inside {@link #tryAllocate}, and a collection may happen there: the header is written before the
 * cursor moves, so the cell is either still reserved or already a complete, zeroed object.
 */
public final class AllocationRuns {
    private AllocationRuns() {}

    /**
     * Takes the next cell of the task's run.
     *
     * @param area      the control area of the running task
     * @param sizeClass of the object
     * @param metadata  its class pointer
     * @param length    its array length; 0 for an instance, whose first field is then zero as it must be
     * @return the object, or 0 if the run is used up
     */
    @AlwaysInline
    public static long tryAllocate(long area, int sizeClass, long metadata, int length) {
        long run = area + ThreadArea.RUNS + sizeClass * ThreadArea.RUN_BYTES;
        long cell = Address.loadLong(run + ThreadArea.RUN_CURSOR);
        if (cell == Address.loadLong(run + ThreadArea.RUN_LIMIT)) {
            return 0;
        }
        // SAFETY: 1. cells from the cursor to the limit belong to this task alone; 2. they are zero; 3. whoever interrupts between the
        // stores sees a reserved cell, afterwards an object with its header; 4. the fence holds later publications behind the header.
        Address.storeInt(cell + ObjectLayout.ARRAY_LENGTH, length);
        Address.storeLong(cell + ObjectLayout.CLASS_POINTER, metadata);
        Address.releaseFence();
        Address.storeLong(run + ThreadArea.RUN_CURSOR, cell + SizeClasses.cellBytes(sizeClass));
        return cell;
    }

    /** Gives a task a new run of zeroed cells; what was left of the old one must be nothing. */
    static void install(long area, int sizeClass, long first, long limit) {
        long run = area + ThreadArea.RUNS + sizeClass * ThreadArea.RUN_BYTES;
        Address.storeLong(run + ThreadArea.RUN_CURSOR, first);
        Address.storeLong(run + ThreadArea.RUN_LIMIT, limit);
    }

    /** Keeps what is left of a task's runs through the sweep of the present collection. */
    static void reserve(long area) {
        for (int sizeClass = 0; sizeClass < SizeClasses.COUNT; sizeClass++) {
            long run = area + ThreadArea.RUNS + sizeClass * ThreadArea.RUN_BYTES;
            long limit = Address.loadLong(run + ThreadArea.RUN_LIMIT);
            int cellBytes = SizeClasses.cellBytes(sizeClass);
            for (long cell = Address.loadLong(run + ThreadArea.RUN_CURSOR); cell != limit; cell += cellBytes) {
                Block.mark(cell);
            }
        }
    }

    /**
     * Takes what is left of a task's runs away from it. The task must not be inside {@link #tryAllocate}.
     * The cells become free again for others when their block is searched next, after a collection.
     */
    static void retire(long area) {
        for (int sizeClass = 0; sizeClass < SizeClasses.COUNT; sizeClass++) {
            long run = area + ThreadArea.RUNS + sizeClass * ThreadArea.RUN_BYTES;
            long limit = Address.loadLong(run + ThreadArea.RUN_LIMIT);
            int cellBytes = SizeClasses.cellBytes(sizeClass);
            for (long cell = Address.loadLong(run + ThreadArea.RUN_CURSOR); cell != limit; cell += cellBytes) {
                Block.clearAllocated(cell);
                Block.unmark(cell);
            }
            install(area, sizeClass, 0, 0);
        }
    }

    /** Whether an allocated cell holds an object, not only room for one. */
    static boolean holdsObject(long cell) {
        return Address.loadLong(cell + ObjectLayout.CLASS_POINTER) != 0;
    }

    /** The bytes an object occupies by its class, before rounding to a cell. */
    static long bytesOf(long object) {
        long metadata = Address.loadLong(object + ObjectLayout.CLASS_POINTER);
        int instance = Address.loadInt(metadata + ClassMetadata.INSTANCE_SIZE);
        if (instance != 0) {
            return instance;
        }
        long elements = (long) Address.loadInt(object + ObjectLayout.ARRAY_LENGTH) << Address.loadByte(metadata + ClassMetadata.ELEMENT_SHIFT);
        return ObjectLayout.align(ObjectLayout.ARRAY_DATA + elements);
    }
}
