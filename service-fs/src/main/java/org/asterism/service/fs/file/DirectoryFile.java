package org.asterism.service.fs.file;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.DirectorySink;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;
import org.asterism.service.fs.mount.Location;

/** An open directory: a position among its entries. */
public final class DirectoryFile extends InodeFile {
    private final Mutex positionLock;
    private final DirectoryStream stream;
    private long position;

    /**
     * Opens a directory at its start.
     *
     * @param location where
     * @param root where paths begin
     * @param flags as open(2)
     * @throws KernelException as {@link Inode#openDirectory}
     */
    public DirectoryFile(Location location, Location root, int flags) throws KernelException {
        this(new Mutex(), location, root, flags);
    }

    /** All that can fail for want of memory was made before: from here on, the inode and the mount are held. */
    private DirectoryFile(Mutex positionLock, Location location, Location root, int flags) throws KernelException {
        super(location, root, flags);
        this.positionLock = positionLock;
        DirectoryStream opened = null;
        try {
            opened = Answers.openDirectory(inode());
        } finally {
            if (opened == null) {
                closed();
            }
        }
        stream = opened;
    }

    /**
     * Reads entries, {@code .} and {@code ..} first.
     *
     * @param sink gets them until it is full
     * @throws KernelException {@code ENOENT} if the directory was removed
     */
    public void readEntries(DirectorySink sink) throws KernelException {
        Inode inode = inode();
        try (var held = positionLock.lock(); var heldInode = inode.lock().lock()) {
            if (location().dentry().isRemoved()) {
                throw KernelException.of(Errno.ENOENT);
            }
            if (position == 0) {
                if (!sink.accept(".", inode.number(), FileMode.S_IFDIR, 1)) {
                    return;
                }
                position = 1;
            }
            if (position == 1) {
                if (!sink.accept("..", parentNumber(), FileMode.S_IFDIR, DirectoryStream.FIRST)) {
                    return;
                }
                position = DirectoryStream.FIRST;
            }
            Answers.readEntries(stream, position, (name, number, mode, next) -> {
                if (!sink.accept(name, number, mode, next)) {
                    return false;
                }
                position = next;
                return true;
            });
        }
        noteAccess();
    }

    private long parentNumber() {
        Location at = location();
        while (at.isMountRoot() && at.mount().attachedTo() != null) {
            at = at.mount().attachedTo();
        }
        return at.dentry().parent() == null ? at.inode().number() : at.dentry().parent().inode().number();
    }

    @Override
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        throw KernelException.of(Errno.EISDIR);
    }

    @Override
    public long readAt(long at, MemoryWriter into) throws KernelException {
        throw KernelException.of(Errno.EISDIR);
    }

    @Override
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        throw KernelException.of(Errno.EBADF);
    }

    @Override
    public long seek(long offset, int whence) throws KernelException {
        try (var held = positionLock.lock()) {
            long target = switch (whence) {
                case FileControl.SEEK_SET -> offset;
                case FileControl.SEEK_CUR -> position + offset;
                default -> throw KernelException.of(Errno.EINVAL);
            };
            if (target < 0) {
                throw KernelException.of(Errno.EINVAL);
            }
            position = target;
            return target;
        }
    }
}
