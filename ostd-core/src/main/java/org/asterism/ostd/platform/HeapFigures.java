package org.asterism.ostd.platform;

import org.asterism.ostd.heap.FaultInjection;
import org.asterism.ostd.heap.HeapStatistics;
import org.asterism.ostd.mm.HeapFigure;
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
            case LIVE_BYTES -> heap.liveBytes();
            case ALLOCATED_BYTES -> heap.allocatedBytes();
            case COLLECTIONS -> heap.collections();
            case COLLECTIONS_FOR_ALLOCATION -> heap.causes(org.asterism.ostd.heap.ObjectHeap.CAUSE_ALLOCATION);
            case COLLECTIONS_AS_LAST_RESORT -> heap.causes(org.asterism.ostd.heap.ObjectHeap.CAUSE_LAST_RESORT);
            case COLLECTIONS_ON_REQUEST -> heap.causes(org.asterism.ostd.heap.ObjectHeap.CAUSE_REQUEST);
            case TASKS_SCANNED -> heap.tasksScanned();
            case STACK_BYTES_SCANNED -> heap.stackBytesScanned();
            case PAUSE_TOTAL_NANOS -> heap.totalPauseNanos();
            case PAUSE_MAX_NANOS -> heap.longestPauseNanos();
            case PAUSE_LAST_NANOS -> heap.lastPauseNanos();
            case PAUSES_BELOW_100_MICROS -> heap.pausesOfDecade(0);
            case PAUSES_BELOW_1_MILLI -> heap.pausesOfDecade(1);
            case PAUSES_BELOW_10_MILLIS -> heap.pausesOfDecade(2);
            case PAUSES_BELOW_100_MILLIS -> heap.pausesOfDecade(3);
            case PAUSES_LONGER -> heap.pausesOfDecade(4);
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
