package org.asterism.service.fs.file;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;
import org.asterism.service.fs.mount.Location;

/** An open regular file: a position, guarded by its own lock, over the inode's data. */
public final class RegularFile extends InodeFile {

    private final Mutex positionLock;
    private long position;
    private volatile MappableFile mapping;

    /**
     * Opens a file at its start.
     *
     * @param location where
     * @param root where paths begin
     * @param flags as open(2)
     */
    public RegularFile(Location location, Location root, int flags) {
        this(new Mutex(), location, root, flags);
    }

    /** All that can fail for want of memory was made before: from here on, the inode and the mount are held. */
    private RegularFile(Mutex positionLock, Location location, Location root, int flags) {
        super(location, root, flags);
        this.positionLock = positionLock;
    }

    @Override
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        try (var held = positionLock.lock()) {
            long done = readAt(position, into);
            position += done;
            return done;
        }
    }

    @Override
    public long readAt(long at, MemoryWriter into) throws KernelException {
        if (at < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        long done = Answers.readAt(inode(), at, into);
        noteAccess();
        return done;
    }

    @Override
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        try (var held = positionLock.lock()) {
            Inode inode = inode();
            try (var heldInode = inode.lock().lock()) {
                if ((statusFlags() & OpenFlags.O_APPEND) != 0) {
                    position = inode.size();
                }
                long done = writeLocked(position, from);
                position += done;
                return done;
            }
        }
    }

    @Override
    public long writeAt(long at, MemoryReader from) throws KernelException {
        if (at < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        Inode inode = inode();
        try (var held = inode.lock().lock()) {
            return writeLocked((statusFlags() & OpenFlags.O_APPEND) != 0 ? inode.size() : at, from);
        }
    }

    private long writeLocked(long at, MemoryReader from) throws KernelException {
        if (from.remaining() == 0) {
            return 0;
        }
        UserThread thread = CurrentThread.get();
        if (thread != null) {
            limit(thread, at, from);
            dropPrivileges(thread);
        }
        return Answers.writeAt(inode(), at, from);
    }

    private static void limit(UserThread thread, long at, MemoryReader from) throws KernelException {
        long limit = thread.process().softLimit(ResourceConstants.RLIMIT_FSIZE);
        if (limit < 0) {
            return;
        }
        if (at >= limit) {
            thread.signal(Signals.SIGXFSZ);
            throw KernelException.of(Errno.EFBIG);
        }
        from.limit(limit - at);
    }

    private void dropPrivileges(UserThread thread) throws KernelException {
        int mode = inode().mode();
        if ((mode & (FileMode.S_ISUID | FileMode.S_ISGID)) == 0 || thread.credentials().isPrivileged()) {
            return;
        }
        int kept = mode & ~FileMode.S_ISUID;
        if ((mode & FileMode.GROUP_EXECUTE) != 0) {
            kept &= ~FileMode.S_ISGID;
        }
        inode().setPermissions(kept);
    }

    @Override
    public long seek(long offset, int whence) throws KernelException {
        try (var held = positionLock.lock()) {
            long base = switch (whence) {
                case FileControl.SEEK_SET -> 0;
                case FileControl.SEEK_CUR -> position;
                case FileControl.SEEK_END -> inode().size();
                case FileControl.SEEK_DATA, FileControl.SEEK_HOLE -> extent(offset, whence) - offset;
                default -> throw KernelException.of(Errno.EINVAL);
            };
            long target = base + offset;
            if (target < 0) {
                throw KernelException.of(Errno.EINVAL);
            }
            position = target;
            return target;
        }
    }

    private long extent(long offset, int whence) throws KernelException {
        long found = offset < 0 || offset >= inode().size() ? -1
                : inode().seekExtent(offset, whence == FileControl.SEEK_DATA);
        if (found < 0) {
            throw KernelException.of(Errno.ENXIO);
        }
        return found;
    }

    @Override
    public void truncate(long size) throws KernelException {
        try (var held = inode().lock().lock()) {
            inode().truncate(size);
        }
    }

    @Override
    public MappableFile mappable() throws KernelException {
        MappableFile known = mapping;
        if (known != null) {
            return known;
        }
        if (inode().pages() == null) {
            throw KernelException.of(Errno.ENODEV);
        }
        known = new FileMapping(location(), inode(), path());
        mapping = known;
        return known;
    }
}
