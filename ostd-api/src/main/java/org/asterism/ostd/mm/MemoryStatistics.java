package org.asterism.ostd.mm;

import org.asterism.ostd.spi.Ostd;

/** Figures of physical memory and of the kernel's object heap, for {@code /proc/meminfo} and {@code /proc/asterism}. */
public final class MemoryStatistics {
    private MemoryStatistics() {
    }

    /**
     * All memory that the frame allocator was given.
     *
     * @return bytes
     */
    public static long totalBytes() {
        return Ostd.machine().frames().totalBytes();
    }

    /**
     * Memory that no one holds.
     *
     * @return bytes
     */
    public static long freeBytes() {
        return Ostd.machine().frames().freeBytes();
    }

    /**
     * One figure of the collector.
     *
     * @param figure which
     * @return its value, in the unit its documentation names
     */
    public static long heap(HeapFigure figure) {
        return Ostd.machine().heap().figure(figure);
    }

    /**
     * What the heap has handed to the running task since it began. The heap hands out up to 4 KiB at once, so that the figure is right over many
     * allocations and coarse over few. Costs two loads; any context.
     *
     * @return bytes
     */
    public static long allocatedByTask() {
        return Ostd.machine().heap().allocatedByTask();
    }

    /** Asks for a collection of the object heap and waits for its end; pages of frame handles that are found lost are free afterwards. */
    public static void collect() {
        Ostd.machine().heap().collect();
        HandleBackstop.reclaim();
    }
}
