package org.asterism.ostd.heap;

/**
 * How a heap behaves; the stress settings make rare schedules common, at a cost in speed.
 *
 * @param minimumBytes       what the heap grows to before it collects at all, and keeps
 * @param collectEvery       collects at every so many allocations; 0 for when memory asks for it
 * @param poison             whether freed cells are overwritten, so that a lost object is noticed when it is used
 * @param verify             whether each collection checks that every reference of a live object leads to a live object
 */
public record HeapOptions(long minimumBytes, int collectEvery, boolean poison, boolean verify) {
    /**
     * The ordinary settings.
     *
     * @param minimumBytes what the heap grows to before it collects at all, and keeps
     * @return options without stress
     */
    public static HeapOptions ordinary(long minimumBytes) {
        return new HeapOptions(minimumBytes, 0, false, false);
    }
}
