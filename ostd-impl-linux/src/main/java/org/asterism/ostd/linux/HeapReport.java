package org.asterism.ostd.linux;

import org.asterism.ostd.heap.HeapStatistics;
import org.asterism.ostd.runtime.ManagedHeap;

/** The figures of heap and timer on standard error, for tests and measurements. */
final class HeapReport {
    private HeapReport() {}

    static void print() {
        HeapStatistics heap = ManagedHeap.statistics();
        System.err.println("heap: collections " + heap.collections() + ", allocated " + heap.allocatedBytes() + ", live " + heap.liveBytes() + ", held " + ManagedHeap.heldBytes()
                + ", longest pause ns " + heap.longestPauseNanos() + ", total pause ns " + heap.totalPauseNanos());
        System.err.println("preemptions " + LinuxTimer.preemptions());
    }
}
