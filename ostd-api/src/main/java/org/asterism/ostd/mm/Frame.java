package org.asterism.ostd.mm;

import java.util.Objects;
import org.asterism.ostd.spi.FrameMemory;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.sync.SpinLock;

/**
 * A transient handle that owns one reference to an untyped physical page of {@link PageSize#BYTES} bytes.
 *
 * <p>Names tell ownership: methods that <em>consume</em> a frame (such as {@link VmSpace#map}) end this handle,
 * {@link #share()} adds a reference, {@link #close()} gives it back. Use after the end throws
 * {@link IllegalStateException}. A handle that is lost without an end gives its reference back after a collection, and the
 * log says so. A handle belongs to one task at a time.
 */
public final class Frame implements AutoCloseable {
    private static final long ENDED = -1;
    private static final String USED = "frame used after it was closed or consumed";

    /** Held from the look at the address to the end of its use: between them, another task could close the frame, and OSTD reuse it. */
    private static final SpinLock USE = new SpinLock();

    private final HandleClaim claim;
    private long address;

    /** Takes over a reference to a page; gives it back if there is no memory to remember it. */
    private Frame(long address) {
        this.address = address;
        HandleClaim made = null;
        try {
            made = HandleBackstop.claim(this, memory(), address, null);
        } finally {
            if (made == null) {
                memory().dropReference(address);
            }
        }
        claim = made;
    }

    /**
     * Allocates a page of zeroes.
     *
     * @return a handle with the only reference, never null
     * @throws OutOfMemoryError when no frame is free
     */
    public static Frame allocate() {
        return new Frame(memory().allocateZeroed());
    }

    /**
     * Adds a reference.
     *
     * @return a second handle of the same page
     */
    public Frame share() {
        long page;
        try (var held = USE.lock()) {
            page = address();
            memory().addReference(page);
        }
        return new Frame(page);
    }

    /**
     * Tells whether another owner refers to the same page.
     *
     * @return whether the page has more than one reference
     */
    public boolean isShared() {
        try (var held = USE.lock()) {
            return memory().referenceCount(address()) > 1;
        }
    }

    /**
     * Copies bytes out of the page.
     *
     * @param offset the first byte within the page
     * @param into where to put them
     * @param at index of the first byte in {@code into}
     * @param length how many
     * @throws IndexOutOfBoundsException if either range is outside its page or array
     */
    public void read(int offset, byte[] into, int at, int length) {
        Objects.checkFromIndexSize(offset, length, PageSize.BYTES);
        Objects.checkFromIndexSize(at, length, into.length);
        try (var held = USE.lock()) {
            memory().read(address(), offset, into, at, length);
        }
    }

    /**
     * Copies bytes into the page.
     *
     * @param offset the first byte within the page
     * @param from where to take them
     * @param at index of the first byte in {@code from}
     * @param length how many
     * @throws IndexOutOfBoundsException if either range is outside its page or array
     */
    public void write(int offset, byte[] from, int at, int length) {
        Objects.checkFromIndexSize(offset, length, PageSize.BYTES);
        Objects.checkFromIndexSize(at, length, from.length);
        try (var held = USE.lock()) {
            memory().write(address(), offset, from, at, length);
        }
    }

    /** Gives the reference back; closing twice does nothing. */
    @Override
    public void close() {
        long page = end();
        if (page != ENDED) {
            memory().dropReference(page);
        }
    }

    /** Ends this handle and passes its reference on to the caller. */
    long release() {
        long page = end();
        if (page == ENDED) {
            throw new IllegalStateException(USED);
        }
        return page;
    }

    /** Ends this handle; the page, or {@code ENDED} if another caller was first. */
    private long end() {
        long page;
        try (var held = USE.lock()) {
            page = address;
            address = ENDED;
        }
        if (page != ENDED) {
            HandleBackstop.settle(claim);
        }
        return page;
    }

    private long address() {
        if (address == ENDED) {
            throw new IllegalStateException(USED);
        }
        return address;
    }

    private static FrameMemory memory() {
        return Ostd.machine().frames();
    }
}
