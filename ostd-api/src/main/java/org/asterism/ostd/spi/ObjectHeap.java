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

    /** Collects now. */
    void collect();
}
