package org.asterism.service.mm;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.ostd.mm.FrameTable;

/** Anonymous memory that relatives share: MAP_SHARED with MAP_ANONYMOUS. The last mapping to end frees the pages. */
final class SharedMemory implements MappableFile {
    private final long sizeInBytes;
    private final AtomicInteger mappings = new AtomicInteger();
    /** The last to be made: if memory ran out after it, it would be there without an owner to close it. */
    private final FrameTable pages = FrameTable.create();

    SharedMemory(long sizeInBytes) {
        this.sizeInBytes = sizeInBytes;
    }

    @Override
    public FrameTable pages() {
        return pages;
    }

    @Override
    public long sizeInBytes() {
        return sizeInBytes;
    }

    @Override
    public void retain() {
        mappings.incrementAndGet();
    }

    @Override
    public void release() {
        if (mappings.decrementAndGet() == 0) {
            pages.close();
        }
    }

    @Override
    public String mappedName() {
        return "/dev/zero (deleted)";
    }

    @Override
    public long inodeNumber() {
        return 0;
    }
}
