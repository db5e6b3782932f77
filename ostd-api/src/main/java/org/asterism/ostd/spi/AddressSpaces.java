package org.asterism.ostd.spi;

import org.asterism.ostd.mm.FaultResolver;

/** User page tables, named by opaque handles; semantics as in {@link org.asterism.ostd.mm.VmSpace}. */
public interface AddressSpaces {
    /** Makes an empty space. */
    Object create(FaultResolver resolver);

    /** The lowest mappable address. */
    long minimumAddress();

    /** The end of mappable addresses. */
    long maximumAddress();

    /** Maps a frame, consuming the reference in every case. */
    boolean map(Object space, long address, long frame, int protection);

    /** Maps a new zeroed frame. */
    boolean mapZeroed(Object space, long address, int protection);

    /** Maps a table's page, shared. */
    boolean mapTablePage(Object space, long address, Object table, long index, int protection);

    /** Maps a copy of a table's page. */
    boolean mapTablePageCopy(Object space, long address, Object table, long index, int protection);

    /** Makes a page unshared and sets its rights. */
    boolean makePrivate(Object space, long address, int protection);

    /** Unmaps a range; returns how many pages were mapped. */
    long unmap(Object space, long address, long length);

    /** Changes rights of the mapped pages of a range. */
    void protect(Object space, long address, long length, int protection);

    /** Shares pages copy-on-write. */
    void cloneCopyOnWrite(Object parent, Object child, long address, long length);

    /** Moves pages. */
    void move(Object space, long from, long to, long length);

    /** Looks a page up; see {@link org.asterism.ostd.mm.PageState}. */
    int query(Object space, long address);

    /** Counts mapped pages. */
    long residentPages(Object space);

    /** Makes a space, or none, the current task's. */
    void activate(Object spaceOrNull);

    /** Copies out of a space by walking its table, resolving faults. */
    int readSpace(Object space, long address, byte[] into, int at, int length);

    /** Copies into a space by walking its table, resolving faults. */
    int writeSpace(Object space, long address, byte[] from, int at, int length);

    /** Frees a space. */
    void destroy(Object space);
}
