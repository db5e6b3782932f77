package org.asterism.ostd.mm;

import java.util.Objects;
import org.asterism.ostd.spi.AddressSpaces;
import org.asterism.ostd.spi.Ostd;

/**
 * A user page table: which untyped frames a user program sees at which addresses.
 *
 * <p>It is mechanism only: what an unmapped address means is decided by the {@link FaultResolver}. Every operation
 * checks that its range is page-aligned and inside {@code [minimumAddress, maximumAddress)} and throws
 * {@link IllegalArgumentException} otherwise; an unmapped frame is freed only after every CPU has flushed its TLB.
 *
 * <p>Concurrency: every method is safe from several tasks, each call atomic on its own; callers order calls by a lock.
 */
public final class VmSpace implements AutoCloseable {
    private final Object handle;

    private VmSpace(Object handle) {
        this.handle = handle;
    }

    /**
     * Makes an empty space.
     *
     * @param resolver called for faults that the kernel takes on user addresses of this space
     * @return a new space
     * @throws OutOfMemoryError when no frame is free
     */
    public static VmSpace create(FaultResolver resolver) {
        return new VmSpace(spaces().create(resolver));
    }

    /**
     * The lowest address a user program may map.
     *
     * @return a page-aligned address
     */
    public static long minimumAddress() {
        return spaces().minimumAddress();
    }

    /**
     * The end of user addresses.
     *
     * @return the first page-aligned address that a user program cannot map
     */
    public static long maximumAddress() {
        return spaces().maximumAddress();
    }

    /**
     * Maps a frame where nothing is mapped yet.
     *
     * @param address page-aligned
     * @param frame consumed
     * @param protection {@link Protection} bits
     * @return false, with the frame closed, if something is mapped there already
     * @throws OutOfMemoryError when no frame is free for a page table; the frame is closed
     */
    public boolean map(long address, Frame frame, int protection) {
        return spaces().map(handle, address, frame.release(), protection);
    }

    /**
     * Maps a new page of zeroes where nothing is mapped yet.
     *
     * @param address page-aligned
     * @param protection {@link Protection} bits
     * @return false if something is mapped there already
     * @throws OutOfMemoryError when no frame is free
     */
    public boolean mapZeroed(long address, int protection) {
        return spaces().mapZeroed(handle, address, protection);
    }

    /**
     * Maps a page of a table, sharing it; the page is added to the table if not present.
     *
     * @param address page-aligned
     * @param table the owner of the page
     * @param index page number within {@code table}
     * @param protection {@link Protection} bits
     * @return false if something is mapped there already
     * @throws OutOfMemoryError when no frame is free
     */
    public boolean mapShared(long address, FrameTable table, long index, int protection) {
        FrameTable.checkPage(index);
        return spaces().mapTablePage(handle, address, table.handle(), index, protection);
    }

    /**
     * Maps a private copy of a table's page; a page that is not present gives zeroes.
     *
     * @param address page-aligned
     * @param table the owner of the page
     * @param index page number within {@code table}
     * @param protection {@link Protection} bits
     * @return false if something is mapped there already
     * @throws OutOfMemoryError when no frame is free
     */
    public boolean mapCopy(long address, FrameTable table, long index, int protection) {
        FrameTable.checkPage(index);
        return spaces().mapTablePageCopy(handle, address, table.handle(), index, protection);
    }

    /**
     * Makes a mapped page this space's own: keeps the frame if nobody else refers to it, else replaces it by a copy.
     *
     * @param address page-aligned
     * @param protection {@link Protection} bits of the page from now on
     * @return false if nothing is mapped there
     * @throws OutOfMemoryError when no frame is free
     */
    public boolean makePrivate(long address, int protection) {
        return spaces().makePrivate(handle, address, protection);
    }

    /**
     * Unmaps all pages of a range; one TLB flush.
     *
     * @param address page-aligned
     * @param length bytes, a multiple of the page size
     * @return how many pages were mapped
     */
    public long unmap(long address, long length) {
        return spaces().unmap(handle, address, length);
    }

    /**
     * Changes the rights of the mapped pages of a range; one TLB flush.
     *
     * @param address page-aligned
     * @param length bytes, a multiple of the page size
     * @param protection {@link Protection} bits
     */
    public void protect(long address, long length, int protection) {
        spaces().protect(handle, address, length, protection);
    }

    /**
     * Shares the mapped pages of a range with another space at the same addresses, read-only in both, so that the first
     * store to either faults and copies ({@link #makePrivate}); one TLB flush. Nothing may be mapped there in
     * {@code child}.
     *
     * @param child receives the pages
     * @param address page-aligned
     * @param length bytes, a multiple of the page size
     * @throws IllegalArgumentException if the child is this space, or something is mapped there in it
     * @throws OutOfMemoryError when no frame is free; the child then holds a part of the pages
     */
    public void cloneCopyOnWrite(VmSpace child, long address, long length) {
        if (child == this) {
            throw new IllegalArgumentException("a space cannot be cloned into itself; create another for the copy");
        }
        spaces().cloneCopyOnWrite(handle, child.handle, address, length);
    }

    /**
     * Moves mapped pages to another range of the same length that has none; one TLB flush.
     *
     * @param from page-aligned
     * @param to page-aligned; the ranges do not overlap
     * @param length bytes, a multiple of the page size
     * @throws OutOfMemoryError when no frame is free for page tables; nothing has moved
     */
    public void move(long from, long to, long length) {
        spaces().move(handle, from, to, length);
    }

    /**
     * Looks one page up.
     *
     * @param address any user address
     * @return {@link PageState} and {@link Protection} bits, 0 if nothing is mapped
     */
    public int query(long address) {
        return spaces().query(handle, address);
    }

    /**
     * Counts mapped pages.
     *
     * @return the resident set in pages
     */
    public long residentPages() {
        return spaces().residentPages(handle);
    }

    /** Makes this the space of the current task: its user mode and user-memory cursors use it from now on. */
    public void activate() {
        spaces().activate(handle);
    }

    /** Leaves the current task without a user address space. */
    public static void deactivate() {
        spaces().activate(null);
    }

    /**
     * Copies out of any space, active or not, resolving faults; for program loading and {@code /proc}.
     *
     * @param address the first user address
     * @param into where to put the bytes
     * @param at index of the first byte in {@code into}
     * @param length how many
     * @return how many were copied; fewer than {@code length} means that the next address is not readable
     */
    public int read(long address, byte[] into, int at, int length) {
        Objects.checkFromIndexSize(at, length, into.length);
        return spaces().readSpace(handle, address, into, at, length);
    }

    /**
     * Copies into any space, active or not, resolving faults; for program loading.
     *
     * @param address the first user address
     * @param from where to take the bytes
     * @param at index of the first byte in {@code from}
     * @param length how many
     * @return how many were copied; fewer than {@code length} means that the next address is not writable
     */
    public int write(long address, byte[] from, int at, int length) {
        Objects.checkFromIndexSize(at, length, from.length);
        return spaces().writeSpace(handle, address, from, at, length);
    }

    /** Unmaps everything and frees the page tables. No task may have it active any more. */
    @Override
    public void close() {
        spaces().destroy(handle);
    }

    private static AddressSpaces spaces() {
        return Ostd.machine().addressSpaces();
    }
}
