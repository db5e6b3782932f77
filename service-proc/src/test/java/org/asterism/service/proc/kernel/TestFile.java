package org.asterism.service.proc.kernel;

import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryWriter;

/** A file in memory. */
final class TestFile extends OpenFile {
    private final String path;
    private final byte[] content;
    private final FrameTable pages;

    TestFile(String path, byte[] content, FrameTable pages) {
        super(0);
        this.path = path;
        this.content = content;
        this.pages = pages;
    }

    @Override
    public long readAt(long position, MemoryWriter into) {
        if (position >= content.length) {
            return 0;
        }
        return into.write(content, (int) position, (int) Math.min(into.remaining(), content.length - position));
    }

    @Override
    public MappableFile mappable() {
        return new Mapped(path, content.length, pages);
    }

    @Override
    public String path() {
        return path;
    }

    private record Mapped(String path, long sizeInBytes, FrameTable pages) implements MappableFile {
        @Override
        public void retain() {
        }

        @Override
        public void release() {
        }

        @Override
        public String mappedName() {
            return path;
        }

        @Override
        public long inodeNumber() {
            return 7;
        }
    }
}
