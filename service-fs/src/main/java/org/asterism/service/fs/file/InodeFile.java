package org.asterism.service.fs.file;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.lock.FileLocks;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.PathText;

/** An open file that has a place in the tree, and keeps its inode and mount. */
public class InodeFile extends OpenFile {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Location location;
    private final Location root;
    private final Inode inode;

    /**
     * Opens a place.
     *
     * @param location where
     * @param root where paths begin, for {@link #path()}
     * @param flags as open(2)
     */
    public InodeFile(Location location, Location root, int flags) {
        super(flags);
        this.location = location;
        this.root = root;
        this.inode = location.inode();
        inode.retain();
        location.retain();
    }

    /**
     * Where it was opened.
     *
     * @return never null
     */
    public final Location location() {
        return location;
    }

    @Override
    public final Inode inode() {
        return inode;
    }

    @Override
    public final String path() {
        return PathText.describe(location, root);
    }

    /**
     * Changes the size, as ftruncate(2).
     *
     * @param size bytes
     * @throws KernelException {@code EINVAL} if it is no regular file
     */
    public void truncate(long size) throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /** Notes a read, as the mount's flags want it. */
    protected final void noteAccess() {
        if (location.mount().has(MountFlags.MS_NOATIME | MountFlags.MS_RDONLY)) {
            return;
        }
        long access = inode.accessNanos();
        if (access <= inode.modifyNanos() || access <= inode.changeNanos()
                || inode.fileSystem().realTimeNanos() - access > DAY_NANOS) {
            inode.touchAccess();
        }
    }

    @Override
    protected void closed() {
        FileLocks.ended(this, inode);
        inode.release();
        location.release();
    }
}
