package org.asterism.ostd.spi;

import org.asterism.ostd.mm.HeapFigure;

/** The object heap as the API shows it. */
public interface ObjectHeap {
    /**
     * One figure.
     *
     * @param figure which
     * @return its value
     */
    long figure(HeapFigure figure);

    /**
     * What the running task was handed since it began.
     *
     * @return bytes
     */
    long allocatedByTask();

    /** Collects now. */
    void collect();

    /**
     * Lets allocations of the current task fail before the reserve is used, or not.
     *
     * @param fallible whether they may
     * @return what was set before
     */
    boolean setFallible(boolean fallible);

    /**
     * Makes one fallible allocation of the current task fail, of an object or a frame.
     *
     * @param count which one from here on, from 1; 0 for none
     * @return what was left to count of the last setting
     */
    int failAllocation(int count);
}
