package org.asterism.ostd.mm;

/** What {@link VmSpace#query(long)} tells of one page: {@link Protection} bits and those below, in one {@code int}. */
public final class PageState {
    /** A frame is mapped. Without this bit every other bit is zero. */
    public static final int PRESENT = 1 << 8;
    /** The hardware has seen an access. */
    public static final int ACCESSED = 1 << 9;
    /** The hardware has seen a store. */
    public static final int DIRTY = 1 << 10;
    /** More than one owner holds the frame: a store to a private mapping must copy first. */
    public static final int SHARED = 1 << 11;

    private PageState() {
    }
}
