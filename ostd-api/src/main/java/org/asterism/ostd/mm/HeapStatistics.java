package org.asterism.ostd.mm;

/**
 * The figures of a heap, counted from its start. Written under the heap lock; a reader may see figures of two moments.
 */
public final class HeapStatistics {
    /** The heap reached its target. */
    public static final int CAUSE_ALLOCATION = 0;
    /** The memory's limit is reached: soft references are cleared as well. */
    public static final int CAUSE_LAST_RESORT = 1;
    /** Somebody asked: {@code System.gc()}, a stress setting, a timer. */
    public static final int CAUSE_REQUEST = 2;

    private static final int CAUSES = 3;
    private static final long[] DECADE_ENDS_NANOS = {100_000, 1_000_000, 10_000_000, 100_000_000, Long.MAX_VALUE};

    private final long[] causes = new long[CAUSES];
    private final long[] decades = new long[DECADE_ENDS_NANOS.length];
    private long collections;
    private long allocatedBytes;
    private long liveBytes;
    private long totalPauseNanos;
    private long longestPauseNanos;
    private long lastPauseNanos;
    private long tasksScanned;
    private long stackBytesScanned;

    /** Of a new heap. */
    public HeapStatistics() {
    }

    /**
     * Counts memory handed to a task, in a run or as a large object.
     *
     * @param bytes of it
     */
    public void allocated(long bytes) {
        allocatedBytes += bytes;
    }

    /**
     * Counts a collection that begins.
     *
     * @param cause one of the {@code CAUSE_} constants
     */
    public void began(int cause) {
        causes[cause]++;
    }

    /**
     * Counts a collection that has ended.
     *
     * @param live bytes it found alive, cells' unused ends included
     * @param tasks whose stacks it scanned
     * @param stackBytes bytes it scanned conservatively at the end of marking
     */
    public void collected(long live, long tasks, long stackBytes) {
        collections++;
        liveBytes = live;
        tasksScanned = tasks;
        stackBytesScanned = stackBytes;
    }

    /**
     * Counts a step of a collection, during which nothing else ran on the processor.
     *
     * @param pauseNanos how long it took
     */
    public void stopped(long pauseNanos) {
        totalPauseNanos += pauseNanos;
        lastPauseNanos = pauseNanos;
        if (pauseNanos > longestPauseNanos) {
            longestPauseNanos = pauseNanos;
        }
        int decade = 0;
        while (pauseNanos >= DECADE_ENDS_NANOS[decade]) {
            decade++;
        }
        decades[decade]++;
    }

    /**
     * A figure.
     *
     * @param figure one that is counted here: none of the heap's size
     * @return its value now
     */
    public long figure(HeapFigure figure) {
        return switch (figure) {
            case HEAP_BYTES, LIMIT_BYTES -> throw new IllegalArgumentException(figure + " is not counted; ask the heap");
            case LIVE_BYTES -> liveBytes;
            case ALLOCATED_BYTES -> allocatedBytes;
            case COLLECTIONS -> collections;
            case COLLECTIONS_FOR_ALLOCATION -> causes[CAUSE_ALLOCATION];
            case COLLECTIONS_AS_LAST_RESORT -> causes[CAUSE_LAST_RESORT];
            case COLLECTIONS_ON_REQUEST -> causes[CAUSE_REQUEST];
            case TASKS_SCANNED -> tasksScanned;
            case STACK_BYTES_SCANNED -> stackBytesScanned;
            case PAUSE_TOTAL_NANOS -> totalPauseNanos;
            case PAUSE_MAX_NANOS -> longestPauseNanos;
            case PAUSE_LAST_NANOS -> lastPauseNanos;
            case PAUSES_BELOW_100_MICROS -> decades[0];
            case PAUSES_BELOW_1_MILLI -> decades[1];
            case PAUSES_BELOW_10_MILLIS -> decades[2];
            case PAUSES_BELOW_100_MILLIS -> decades[3];
            case PAUSES_LONGER -> decades[4];
        };
    }
}
