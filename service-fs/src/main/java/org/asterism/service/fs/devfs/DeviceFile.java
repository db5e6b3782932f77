package org.asterism.service.fs.devfs;

import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;

/** An open device: keeps the inode by which it was opened. */
public abstract class DeviceFile extends OpenFile {
    private static final int NOT_KEPT = OpenFlags.O_CREAT | OpenFlags.O_EXCL | OpenFlags.O_NOCTTY | OpenFlags.O_TRUNC
            | OpenFlags.O_CLOEXEC;

    private final Inode inode;
    private final String path;

    /**
     * Opens a device.
     *
     * @param inode by which it is opened
     * @param path by which it is opened
     * @param flags as open(2)
     */
    protected DeviceFile(Inode inode, String path, int flags) {
        super(flags & ~NOT_KEPT | OpenFlags.O_LARGEFILE);
        this.inode = inode;
        this.path = path;
        inode.retain();
    }

    @Override
    public final Inode inode() {
        return inode;
    }

    @Override
    public final String path() {
        return path;
    }

    @Override
    protected void closed() {
        inode.release();
    }
}
