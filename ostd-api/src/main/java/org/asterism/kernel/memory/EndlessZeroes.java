package org.asterism.kernel.memory;

import org.asterism.ostd.mm.FrameTable;

/**
 * What a file answers whose mapping is fresh zeroed memory, as {@code /dev/zero}: the memory service maps anonymous memory in its
 * place, each mapping its own.
 */
public final class EndlessZeroes implements MappableFile {
    /** The only one. */
    public static final EndlessZeroes INSTANCE = new EndlessZeroes();

    private EndlessZeroes() {
    }

    /** Never called: there are no common pages. */
    @Override
    public FrameTable pages() {
        throw new IllegalStateException("endless zeroes have no pages; map anonymous memory instead");
    }

    @Override
    public long sizeInBytes() {
        return FrameTable.MAX_BYTES;
    }

    @Override
    public void retain() {
        // nothing is kept
    }

    @Override
    public void release() {
        // nothing was kept
    }

    @Override
    public String mappedName() {
        return "/dev/zero";
    }

    @Override
    public long inodeNumber() {
        return 0;
    }
}
