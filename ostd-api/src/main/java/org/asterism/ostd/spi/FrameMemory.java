package org.asterism.ostd.spi;

/**
 * Untyped frames, named by physical address, and tables of frames, named by opaque handles.
 *
 * <p>Callers have checked ranges against pages and arrays. Every method that needs a frame throws
 * {@link OutOfMemoryError} when none is free.
 */
public interface FrameMemory {
    /** Allocates a zeroed untyped frame with one reference; returns its physical address. */
    long allocateZeroed();

    /** Adds a reference. */
    void addReference(long frame);

    /** Drops a reference; the last one frees the frame. */
    void dropReference(long frame);

    /** Counts references. */
    int referenceCount(long frame);

    /** Copies out of a frame. */
    void read(long frame, int offset, byte[] into, int at, int length);

    /** Copies into a frame. */
    void write(long frame, int offset, byte[] from, int at, int length);

    /** Makes an empty table. */
    Object createTable();

    /** Copies out of a table. */
    void readTable(Object table, long position, byte[] into, int at, int length);

    /** Copies into a table, adding pages. */
    void writeTable(Object table, long position, byte[] from, int at, int length);

    /** Adds a zeroed page if none is present; tells whether it did. */
    boolean ensureTablePage(Object table, long index);

    /** Tells whether a page is present. */
    boolean hasTablePage(Object table, long index);

    /** Replaces a page; the reference to {@code frame} passes to the table. */
    void putTablePage(Object table, long index, long frame);

    /** Drops pages at and past a size, zeroes the tail of the page the size falls into. */
    void truncateTable(Object table, long size);

    /** Makes a hole. */
    void discardTable(Object table, long position, long length);

    /** Counts present pages. */
    long tablePageCount(Object table);

    /** Bytes under the allocator's control. */
    long totalBytes();

    /** Bytes free. */
    long freeBytes();
}
