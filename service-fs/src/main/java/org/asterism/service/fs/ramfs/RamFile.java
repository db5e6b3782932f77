package org.asterism.service.fs.ramfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.memory.MappedViews;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.mm.PageSize;

/** A regular file: pages that are present, and holes. The size is volatile; everything else changes under the lock. */
final class RamFile extends RamInode {
    private static final int CHUNK = 1 << 20;

    private final MappedViews views = new MappedViews();
    /** The last to be made: if memory ran out after it, it would be there without an owner to close it. */
    private final FrameTable pages = FrameTable.create();
    private volatile long size;
    private long countedPages;

    RamFile(RamFileSystem fileSystem, int permissions, int owner, int group) {
        super(fileSystem, FileMode.S_IFREG | permissions & FileMode.PERMISSIONS, owner, group);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long allocatedBytes() {
        return pages.pageCount() * PageSize.BYTES;
    }

    @Override
    public FrameTable pages() {
        return pages;
    }

    @Override
    public MappedViews mappedViews() {
        return views;
    }

    /** Takes whole pages of a range out of all mappings. */
    private void withdraw(long start, long end, boolean copiesToo) {
        views.withdraw(start + PageSize.BYTES - 1 >>> PageSize.SHIFT, end >>> PageSize.SHIFT, copiesToo);
    }

    @Override
    public long readAt(long position, MemoryWriter into) throws KernelException {
        long left = Math.min(into.remaining(), size - position);
        long done = 0;
        while (left > 0) {
            int part = (int) Math.min(left, CHUNK);
            int copied = into.write(pages, position + done, part);
            done += copied;
            left -= copied;
            if (copied < part) {
                return partial(done);
            }
        }
        return done;
    }

    @Override
    public long writeAt(long position, MemoryReader from) throws KernelException {
        long left = from.remaining();
        if (left == 0) {
            return 0;
        }
        if (position >= FrameTable.MAX_BYTES) {
            throw KernelException.of(Errno.EFBIG);
        }
        left = admitted(position, Math.min(left, FrameTable.MAX_BYTES - position));
        if (left == 0) {
            throw KernelException.of(Errno.ENOSPC);
        }
        long done = 0;
        try {
            while (left > 0) {
                int part = (int) Math.min(left, CHUNK);
                int copied = from.read(pages, position + done, part);
                done += copied;
                left -= copied;
                if (copied < part) {
                    return partial(done);
                }
            }
            return done;
        } catch (OutOfMemoryError exhausted) {
            // what was copied beyond the end must not show when the file grows
            pages.truncate(Math.max(size, position + done));
            if (done == 0) {
                throw exhausted;
            }
            return done;
        } finally {
            if (done > 0) {
                size = Math.max(size, position + done);
                touchModify();
            }
            countPages();
        }
    }

    private static long partial(long done) throws KernelException {
        if (done == 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return done;
    }

    /** How many of the bytes fit into the pages that are there or may be added. */
    private long admitted(long position, long length) {
        long free = ram().freePages();
        long first = position >>> PageSize.SHIFT;
        long last = position + length - 1 >>> PageSize.SHIFT;
        if (last - first < free) {
            return length;
        }
        for (long page = first; page <= last; page++) {
            if (!pages.isPresent(page) && --free < 0) {
                return Math.max(0, (page << PageSize.SHIFT) - position);
            }
        }
        return length;
    }

    private void countPages() {
        long now = pages.pageCount();
        ram().addPages(now - countedPages);
        countedPages = now;
    }

    @Override
    public void truncate(long newSize) throws KernelException {
        if (newSize > FrameTable.MAX_BYTES) {
            throw KernelException.of(Errno.EFBIG);
        }
        if (newSize < size) {
            size = newSize;
            withdraw(newSize, FrameTable.MAX_BYTES, true);
            pages.truncate(newSize);
            countPages();
        } else {
            size = newSize;
        }
        touchModify();
    }

    @Override
    public void allocate(int flags, long position, long length) throws KernelException {
        if (position + length < 0 || position + length > FrameTable.MAX_BYTES) {
            throw KernelException.of(Errno.EFBIG);
        }
        boolean keep = (flags & FileControl.FALLOC_FL_KEEP_SIZE) != 0;
        switch (flags & ~FileControl.FALLOC_FL_KEEP_SIZE) {
            case 0 -> reserve(position, length);
            case FileControl.FALLOC_FL_PUNCH_HOLE -> {
                if (!keep) {
                    throw KernelException.of(Errno.EOPNOTSUPP);
                }
                withdraw(position, position + length, false);
                pages.discard(position, length);
            }
            default -> throw KernelException.of(Errno.EOPNOTSUPP);
        }
        countPages();
        if (!keep && position + length > size) {
            size = position + length;
        }
        touchModify();
    }

    private void reserve(long position, long length) throws KernelException {
        if (admitted(position, length) < length) {
            throw KernelException.of(Errno.ENOSPC);
        }
        long last = position + length - 1 >>> PageSize.SHIFT;
        try {
            for (long page = position >>> PageSize.SHIFT; page <= last; page++) {
                pages.ensure(page);
            }
        } finally {
            countPages();
        }
    }

    @Override
    public long seekExtent(long position, boolean data) {
        long end = size;
        long at = position;
        while (at < end) {
            if (pages.isPresent(at >>> PageSize.SHIFT) == data) {
                return at;
            }
            at = (at >>> PageSize.SHIFT) + 1 << PageSize.SHIFT;
        }
        return data ? -1 : end;
    }

    @Override
    void dropData() {
        pages.close();
        countPages();
    }
}
