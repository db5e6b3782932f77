package org.asterism.service.mm;

import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.Placement;

/**
 * What mmap(2) is asked for.
 *
 * @param address wanted start, or 0
 * @param length bytes, not rounded
 * @param protection {@link org.asterism.ostd.mm.Protection} bits
 * @param flags of the new {@link Region}, and {@link #LOW_ADDRESS} and {@link #NOT_RESERVED}
 * @param placement how binding {@code address} is
 * @param file null for anonymous memory
 * @param offset in the file, page-aligned
 */
record MapRequest(long address, long length, int protection, int flags, Placement placement, MappableFile file, long offset) {
    /** In the first 2 GiB (MAP_32BIT). */
    static final int LOW_ADDRESS = 1 << 16;
    /** More than the machine's memory may be mapped (MAP_NORESERVE). */
    static final int NOT_RESERVED = 1 << 17;
    /** What does not stay in the region. */
    static final int REQUEST_ONLY = LOW_ADDRESS | NOT_RESERVED;

    boolean is(int flag) {
        return (flags & flag) != 0;
    }
}
