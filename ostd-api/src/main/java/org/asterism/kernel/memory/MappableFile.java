package org.asterism.kernel.memory;

import org.asterism.ostd.mm.FrameTable;

/**
 * Something that can be mapped: a regular file's page cache, shared anonymous memory. Given to the memory service at call time by whoever owns
 * the file.
 */
public interface MappableFile {
    /**
     * The pages.
     *
     * @return always the same table
     */
    FrameTable pages();

    /**
     * The size; pages wholly past it fault with {@link FaultOutcome#PAST_END}.
     *
     * @return bytes
     */
    long sizeInBytes();

    /** A mapping begins to refer to this. */
    void retain();

    /** A mapping ends. */
    void release();

    /**
     * The path, for {@code /proc/PID/maps}.
     *
     * @return never null; empty for anonymous memory
     */
    String mappedName();

    /**
     * Device and inode number, for {@code /proc/PID/maps}.
     *
     * @return inode number, 0 for anonymous memory
     */
    long inodeNumber();
}
