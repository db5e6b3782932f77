package org.asterism.assembly.bundle;

/** Filters (OSGi Core 8, 3.2.7) are read and matched by recursion, so how deep they are nested is looked at first. */
public final class FilterDepth {
    /** No filter that is meant to be read is nested so deep. */
    public static final int MOST = 50;

    private FilterDepth() {}

    /**
     * Whether a filter is nested deeper than any sensible one.
     *
     * @param filter its text, well-formed or not
     * @return true if more than {@link #MOST} parentheses are open at once
     */
    public static boolean isTooDeep(String filter) {
        int depth = 0;
        for (int at = 0; at < filter.length() && depth <= MOST; at++) {
            char c = filter.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth > MOST;
    }
}
