package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Words;

/**
 * The figures of a heap, counted from its start. Written under the heap lock; a reader may see figures of two moments.
 */
public final class HeapStatistics {
    /** Number of pause classes: class i counts pauses below 2^i microseconds that no lower class counts. */
    public static final int PAUSE_CLASSES = 24;

    private static final int CAUSES = 3;
    private static final long[] DECADE_ENDS_NANOS = {100_000, 1_000_000, 10_000_000, 100_000_000, Long.MAX_VALUE};

    private final long[] pauses = new long[PAUSE_CLASSES];
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

    /** For the heap. */
    HeapStatistics() {}

    void allocated(long bytes) {
        allocatedBytes += bytes;
    }

    void began(int cause) {
        causes[cause]++;
    }

    void collected(long live, long tasks, long stackBytes) {
        collections++;
        liveBytes = live;
        tasksScanned = tasks;
        stackBytesScanned = stackBytes;
    }

    void stopped(long pauseNanos) {
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
        int pauseClass = Words.highestBit(pauseNanos / 1000) + 1;
        pauses[pauseClass < PAUSE_CLASSES ? pauseClass : PAUSE_CLASSES - 1]++;
    }

    /**
     * Collections completed.
     *
     * @return a count
     */
    public long collections() {
        return collections;
    }

    /**
     * Collections begun for one cause.
     *
     * @param cause one of the {@code CAUSE_} constants of {@link ObjectHeap}
     * @return a count
     */
    public long causes(int cause) {
        return causes[cause];
    }

    /**
     * Memory handed to tasks since the start, in runs and large objects.
     *
     * @return bytes
     */
    public long allocatedBytes() {
        return allocatedBytes;
    }

    /**
     * What the last collection found alive.
     *
     * @return bytes, cells' unused ends included
     */
    public long liveBytes() {
        return liveBytes;
    }

    /**
     * Time for which steps of collections had the processor, in sum.
     *
     * @return nanoseconds
     */
    public long totalPauseNanos() {
        return totalPauseNanos;
    }

    /**
     * The longest step: nothing else ran on the processor.
     *
     * @return nanoseconds
     */
    public long longestPauseNanos() {
        return longestPauseNanos;
    }

    /**
     * The last step.
     *
     * @return nanoseconds
     */
    public long lastPauseNanos() {
        return lastPauseNanos;
    }

    /**
     * Pauses of one class of the histogram.
     *
     * @param pauseClass from 0 to {@link #PAUSE_CLASSES} - 1; class i holds pauses of 2^(i-1) up to 2^i microseconds, the last all longer
     * @return how many
     */
    public long pauses(int pauseClass) {
        return pauses[pauseClass];
    }

    /**
     * Pauses of one decade.
     *
     * @param decade 0 for pauses below 100 microseconds, then below 1, 10, 100 milliseconds, 4 for all longer
     * @return how many
     */
    public long pausesOfDecade(int decade) {
        return decades[decade];
    }

    /**
     * Tasks whose stacks the last collection scanned.
     *
     * @return a count
     */
    public long tasksScanned() {
        return tasksScanned;
    }

    /**
     * Bytes the last collection scanned conservatively at the end of marking.
     *
     * @return bytes
     */
    public long stackBytesScanned() {
        return stackBytesScanned;
    }
}
