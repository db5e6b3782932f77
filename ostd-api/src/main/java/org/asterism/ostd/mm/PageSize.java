package org.asterism.ostd.mm;

/** The size of a page and a frame on every supported machine, and rounding to it. */
public final class PageSize {
    /** Bytes in a page. */
    public static final int BYTES = 4096;
    /** Base-2 logarithm of {@link #BYTES}. */
    public static final int SHIFT = 12;
    /** Mask of the offset within a page. */
    public static final int OFFSET_MASK = BYTES - 1;

    private PageSize() {
    }

    /**
     * Rounds down to a page boundary.
     *
     * @param value an address or a length in bytes
     * @return the largest multiple of the page size not above {@code value}
     */
    public static long floor(long value) {
        return value & -BYTES;
    }

    /**
     * Rounds up to a page boundary; wraps to zero past the last page of the address space.
     *
     * @param value an address or a length in bytes
     * @return the smallest multiple of the page size not below {@code value}
     */
    public static long ceil(long value) {
        return (value + OFFSET_MASK) & -BYTES;
    }
}
