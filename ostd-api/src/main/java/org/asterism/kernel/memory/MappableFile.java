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
     * The size; pages wholly past it fault with {@link FaultOutcome#PAST_END}. Called with an address space's lock held: takes no
     * lock.
     *
     * @return bytes
     */
    long sizeInBytes();

    /**
     * Who maps this, so that pages can leave mappings.
     *
     * @return always the same object; null if the size never shrinks
     */
    default MappedViews views() {
        return null;
    }

    /** A mapping begins to refer to this. Called with an address space's lock held: takes no lock that sleeps. */
    void retain();

    /** A mapping ends. Called without locks. */
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
