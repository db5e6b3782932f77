package org.asterism.ostd.mm;

/** What the collector counts, from boot on. */
public enum HeapFigure {
    /** Bytes of memory the heap holds. */
    HEAP_BYTES,
    /** Bytes to which the heap may grow now. */
    LIMIT_BYTES,
    /** Bytes of objects that the last collection found reachable. */
    LIVE_BYTES,
    /** Bytes allocated, in all. */
    ALLOCATED_BYTES,
    /** Collections that ended. */
    COLLECTIONS,
    /** Collections begun because the heap came close to its target. */
    COLLECTIONS_FOR_ALLOCATION,
    /** Collections begun because the limit was reached; these clear soft references. */
    COLLECTIONS_AS_LAST_RESORT,
    /** Collections that somebody asked for. */
    COLLECTIONS_ON_REQUEST,
    /** Tasks whose stacks the last collection scanned. */
    TASKS_SCANNED,
    /** Bytes of stacks and control areas that the last collection scanned. */
    STACK_BYTES_SCANNED,
    /** Nanoseconds for which parts of collections kept others from running, in all. */
    PAUSE_TOTAL_NANOS,
    /** Nanoseconds of the longest stop. */
    PAUSE_MAX_NANOS,
    /** Nanoseconds of the last stop. */
    PAUSE_LAST_NANOS,
    /** Stops shorter than 100 µs. */
    PAUSES_BELOW_100_MICROS,
    /** Stops from 100 µs to below 1 ms. */
    PAUSES_BELOW_1_MILLI,
    /** Stops from 1 ms to below 10 ms. */
    PAUSES_BELOW_10_MILLIS,
    /** Stops from 10 ms to below 100 ms. */
    PAUSES_BELOW_100_MILLIS,
    /** Stops of 100 ms and longer. */
    PAUSES_LONGER
}
