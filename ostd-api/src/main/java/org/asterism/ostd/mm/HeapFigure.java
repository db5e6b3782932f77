package org.asterism.ostd.mm;

/** What the collector counts, from boot on. */
public enum HeapFigure {
    /** Bytes of memory the heap holds. */
    HEAP_BYTES,
    /** Bytes of objects that the last collection found reachable. */
    LIVE_BYTES,
    /** Bytes allocated, in all. */
    ALLOCATED_BYTES,
    /** Collections that ended. */
    COLLECTIONS,
    /** Nanoseconds for which the world was stopped, in all. */
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
