package org.asterism.ostd.platform;

import org.asterism.ostd.heap.FaultInjection;
import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.mm.HeapStatistics;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.spi.ObjectHeap;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/** The figures of the object heap of this image. */
public final class HeapFigures implements ObjectHeap {
    /** The figures, live. */
    public HeapFigures() {}

    @Override
    public long figure(HeapFigure figure) {
        HeapStatistics heap = ManagedHeap.statistics();
        if (heap == null) {
            return 0;
        }
        return switch (figure) {
            case HEAP_BYTES -> ManagedHeap.heldBytes();
            case LIMIT_BYTES -> ManagedHeap.limitBytes();
            default -> heap.figure(figure);
        };
    }

    @Override
    public long allocatedByTask() {
        return Address.loadLong(ThreadArea.current() + ThreadArea.ALLOCATED_BYTES);
    }

    @Override
    public void collect() {
        ManagedHeap.collect();
    }

    @Override
    public boolean setFallible(boolean fallible) {
        return FaultInjection.setFallible(ThreadArea.current(), fallible);
    }

    @Override
    public int failAllocation(int count) {
        return ManagedHeap.failAllocation(count);
    }
}
