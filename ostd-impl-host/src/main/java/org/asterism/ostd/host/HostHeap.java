package org.asterism.ostd.host;

import org.asterism.ostd.heap.FaultInjection;
import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.spi.ObjectHeap;
import org.asterism.ostd.unsafe.ThreadArea;

/** The JVM's heap as far as it corresponds; pauses are not known here and read as 0. */
final class HostHeap implements ObjectHeap {
    private long collections;

    @Override
    public long figure(HeapFigure figure) {
        Runtime jvm = Runtime.getRuntime();
        return switch (figure) {
            case HEAP_BYTES -> jvm.totalMemory();
            case LIVE_BYTES, ALLOCATED_BYTES -> jvm.totalMemory() - jvm.freeMemory();
            case COLLECTIONS -> collections;
            default -> 0;
        };
    }

    @Override
    public long allocatedByTask() {
        return 0;
    }

    @Override
    public void collect() {
        System.gc();
        collections++;
    }

    @Override
    public boolean setFallible(boolean fallible) {
        return FaultInjection.setFallible(ThreadArea.current(), fallible);
    }

    /** Counts frames only: the JVM allocates objects. */
    @Override
    public int failAllocation(int count) {
        return FaultInjection.set(ThreadArea.current(), count);
    }
}
