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

    /** Asks for a collection of the object heap and waits for its end. */
    public static void collect() {
        Ostd.machine().heap().collect();
    }
}
