package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/** Marks from stacks and control areas, where any word may be a reference, and takes care of the tasks' allocation runs on the way. */
final class RootMarker extends RootScanner {
    private final Marker marker;
    private long tasks;
    private long bytes;

    RootMarker(Marker marker) {
        this.marker = marker;
    }

    /** Begins a collection. */
    void begin() {
        tasks = 0;
        bytes = 0;
    }

    /** Tasks seen in this collection. */
    long tasks() {
        return tasks;
    }

    /** Bytes scanned in this collection. */
    long bytes() {
        return bytes;
    }

    @Override
    public void task(long threadArea, long stackPointer) {
        tasks++;
        if (Address.loadInt(threadArea + ThreadArea.PARKED) != 0) {
            AllocationRuns.retire(threadArea);
        } else {
            AllocationRuns.reserve(threadArea);
        }
        // without the runs: the end of one is the address of a neighbour's object, which it would keep alive with all that hangs on it
        range(threadArea, threadArea + ThreadArea.RUNS);
        range(threadArea + ThreadArea.ALLOCATED_BYTES, threadArea + ThreadArea.BYTES);
        range(stackPointer & -8, Address.loadLong(threadArea + ThreadArea.STACK_BASE));
    }

    @Override
    public void range(long from, long to) {
        bytes += to - from;
        for (long word = from; word < to; word += 8) {
            marker.markAmbiguous(Address.loadLong(word));
        }
    }
}
