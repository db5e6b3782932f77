package org.asterism.service.fs.file;

import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.MappedViews;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.service.fs.mount.Location;

/** A regular file as memory is mapped from it: each mapping keeps the inode and its mount. */
final class FileMapping implements MappableFile {
    private final Location location;
    private final Inode inode;
    private final String name;

    FileMapping(Location location, Inode inode, String name) {
        this.location = location;
        this.inode = inode;
        this.name = name;
    }

    @Override
    public FrameTable pages() {
        return inode.pages();
    }

    @Override
    public long sizeInBytes() {
        return inode.size();
    }

    @Override
    public MappedViews views() {
        return inode.mappedViews();
    }

    @Override
    public void retain() {
        inode.retain();
        location.retain();
    }

    @Override
    public void release() {
        inode.release();
        location.release();
    }

    @Override
    public String mappedName() {
        return name;
    }

    @Override
    public long inodeNumber() {
        return inode.number();
    }
}
