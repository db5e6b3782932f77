package org.asterism.ostd.mm;

import java.util.Objects;
import org.asterism.ostd.spi.FrameMemory;
import org.asterism.ostd.spi.Ostd;

/**
 * A sparse array of untyped pages, off the Java heap: page caches, pipe buffers, shared memory.
 *
 * <p>Bytes are addressed by a position from 0; pages that were never written read as zeroes and take no frame.
 * The table owns one reference to each page; mapping a page into a {@link VmSpace} adds another, so pages outlive
 * {@link #close()} as long as they are mapped.
 *
 * <p>Concurrency: single operations on a page are safe from several tasks; their order against
 * {@link #truncate} is the owner's business (an inode lock). Concurrent stores to the same bytes may mix.
 */
public final class FrameTable implements AutoCloseable {
    /** The largest position plus one: 2^43 bytes. */
    public static final long MAX_BYTES = 1L << 43;

    private final Object handle;
    /** Null once the table was closed. */
    private HandleClaim claim;

    private FrameTable(Object handle) {
        this.handle = handle;
        claim = HandleBackstop.claim(this, memory(), 0, handle);
    }

    /**
     * Makes an empty table.
     *
     * @return a new table without pages
     */
    public static FrameTable create() {
        return new FrameTable(memory().createTable());
    }

    /**
     * Reads bytes, across page boundaries; pages that are not present give zeroes.
     *
     * @param position the first byte
     * @param into where to put them
     * @param at index of the first byte in {@code into}
     * @param length how many
     * @throws IndexOutOfBoundsException if a range is outside the table or array
     */
    public void read(long position, byte[] into, int at, int length) {
        checkRange(position, length);
        Objects.checkFromIndexSize(at, length, into.length);
        memory().readTable(handle, position, into, at, length);
    }

    /**
     * Writes bytes, across page boundaries, adding zeroed pages where none is present.
     *
     * @param position the first byte
     * @param from where to take them
     * @param at index of the first byte in {@code from}
     * @param length how many
     * @throws IndexOutOfBoundsException if a range is outside the table or array
     * @throws OutOfMemoryError when no frame is free; a prefix of the bytes may have been written
     */
    public void write(long position, byte[] from, int at, int length) {
        checkRange(position, length);
        Objects.checkFromIndexSize(at, length, from.length);
        memory().writeTable(handle, position, from, at, length);
    }

    /**
     * Makes the page at an index present.
     *
     * @param index page number from 0
     * @return whether it was added by this call
     * @throws IndexOutOfBoundsException if the page is outside the table
     * @throws OutOfMemoryError when no frame is free
     */
    public boolean ensure(long index) {
        checkPage(index);
        return memory().ensureTablePage(handle, index);
    }

    /**
     * Tells whether a page is present.
     *
     * @param index page number from 0
     * @return whether the page takes a frame
     * @throws IndexOutOfBoundsException if the page is outside the table
     */
    public boolean isPresent(long index) {
        checkPage(index);
        return memory().hasTablePage(handle, index);
    }

    /**
     * Puts a page into the table, replacing and dropping what was there.
     *
     * @param index page number from 0
     * @param frame consumed, unless the page is outside the table
     * @throws IndexOutOfBoundsException if the page is outside the table
     */
    public void put(long index, Frame frame) {
        checkPage(index);
        memory().putTablePage(handle, index, frame.release());
    }

    /**
     * Drops every page wholly at or past a size and zeroes the rest of the page the size falls into.
     *
     * @param sizeInBytes the new end; bytes past it read as zeroes
     */
    public void truncate(long sizeInBytes) {
        checkRange(sizeInBytes, 0);
        memory().truncateTable(handle, sizeInBytes);
    }

    /**
     * Makes a hole: drops whole pages within a range and zeroes the partial pages at its ends.
     *
     * @param position the first byte
     * @param length bytes
     */
    public void discard(long position, long length) {
        checkRange(position, length);
        memory().discardTable(handle, position, length);
    }

    /**
     * Counts the pages that take a frame.
     *
     * @return pages present
     */
    public long pageCount() {
        return memory().tablePageCount(handle);
    }

    /**
     * Drops every page. The table is empty afterwards and may be used again, then without the backstop for tables that are lost: those give their
     * pages back after a collection, and the log says so.
     */
    @Override
    public void close() {
        memory().truncateTable(handle, 0);
        HandleClaim settled = claim;
        if (settled != null) {
            claim = null;
            HandleBackstop.settle(settled);
        }
    }

    Object handle() {
        return handle;
    }

    /** The index itself: its position as a number of bytes may have overflowed into the table. */
    static void checkPage(long index) {
        if (index < 0 || index >= MAX_BYTES >>> PageSize.SHIFT) {
            throw new IndexOutOfBoundsException("page " + index + " is outside the table, which has " + (MAX_BYTES >>> PageSize.SHIFT));
        }
    }

    static void checkRange(long position, long length) {
        if (position < 0 || length < 0 || position > MAX_BYTES - length) {
            throw new IndexOutOfBoundsException("range [" + position + ", +" + length + ") is outside the table");
        }
    }

    private static FrameMemory memory() {
        return Ostd.machine().frames();
    }
}
