package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;

/** A tree of inodes, mounted at one or more places. */
public abstract class FileSystem {
    /** For file systems. */
    protected FileSystem() {
    }

    /**
     * The name of its type.
     *
     * @return as {@code /proc/mounts} shows it
     */
    public abstract String typeName();

    /**
     * The root directory.
     *
     * @return always the same inode
     */
    public abstract Inode root();

    /**
     * Its device number, unique among mounted file systems.
     *
     * @return as {@link org.asterism.kernel.abi.DeviceNumber}
     */
    public abstract int device();

    /**
     * Space and numbers.
     *
     * @return a snapshot
     */
    public abstract FileSystemStatistics statistics();

    /**
     * Time of day, for time stamps.
     *
     * @return nanoseconds since 1970
     */
    public abstract long realTimeNanos();

    /**
     * Options as {@code /proc/mounts} shows them.
     *
     * @return empty, or beginning with a comma
     */
    public String options() {
        return "";
    }

    /**
     * Changes options: a remount.
     *
     * @param options separated by commas
     * @throws KernelException {@code EINVAL}
     */
    public void reconfigure(String options) throws KernelException {
        if (!options.isEmpty()) {
            throw KernelException.of(Errno.EINVAL);
        }
    }

    /** The last mount is gone and nobody uses a file. */
    public void unmounted() {
    }
}
