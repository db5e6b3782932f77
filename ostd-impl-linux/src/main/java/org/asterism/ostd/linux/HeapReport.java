package org.asterism.ostd.linux;

import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.mm.HeapStatistics;
import org.asterism.ostd.runtime.ManagedHeap;

/** The figures of heap and timer on standard error, for tests and measurements. */
final class HeapReport {
    private HeapReport() {}

    static void print() {
        HeapStatistics heap = ManagedHeap.statistics();
        System.err.println("heap: collections " + heap.figure(HeapFigure.COLLECTIONS) + ", allocated "
                + heap.figure(HeapFigure.ALLOCATED_BYTES) + ", live " + heap.figure(HeapFigure.LIVE_BYTES) + ", held " + ManagedHeap.heldBytes() + ", longest pause ns " + heap.figure(HeapFigure.PAUSE_MAX_NANOS)
                + ", total pause ns " + heap.figure(HeapFigure.PAUSE_TOTAL_NANOS));
        System.err.println("preemptions " + LinuxTimer.preemptions());
    }
}
