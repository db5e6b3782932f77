package org.asterism.service.mm;

import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.MappedViews;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.PageSize;

/** A regular file as the memory service sees one, with a count of who maps it. */
final class MemoryFile implements MappableFile {
    private final FrameTable pages = FrameTable.create();
    private final MappedViews views = new MappedViews();
    private long size;
    int mappings;

    MemoryFile(long size) {
        this.size = size;
    }

    void resize(long bytes) {
        size = bytes;
        views.withdraw(PageSize.ceil(bytes) >>> PageSize.SHIFT, Long.MAX_VALUE, true);
        pages.truncate(bytes);
    }

    void punch(long firstPage, long endPage) {
        views.withdraw(firstPage, endPage, false);
        pages.discard(firstPage << PageSize.SHIFT, endPage - firstPage << PageSize.SHIFT);
    }

    @Override
    public MappedViews views() {
        return views;
    }

    int byteAt(long position) {
        byte[] one = new byte[1];
        pages.read(position, one, 0, 1);
        return one[0];
    }

    void put(long position, int value) {
        pages.write(position, new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public FrameTable pages() {
        return pages;
    }

    @Override
    public long sizeInBytes() {
        return size;
    }

    @Override
    public void retain() {
        mappings++;
    }

    @Override
    public void release() {
        mappings--;
    }

    @Override
    public String mappedName() {
        return "/file";
    }

    @Override
    public long inodeNumber() {
        return 1;
    }
}
