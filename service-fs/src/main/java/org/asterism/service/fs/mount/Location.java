package org.asterism.service.fs.mount;

import org.asterism.kernel.vfs.Inode;
import org.asterism.service.fs.dentry.Dentry;

/**
 * A place in the tree that user programs see.
 *
 * @param mount through which it is reached
 * @param dentry its name
 */
public record Location(Mount mount, Dentry dentry) {
    /**
     * What is there.
     *
     * @return null if the name is free
     */
    public Inode inode() {
        return dentry.inode();
    }

    /**
     * Tells whether this is where the mount's tree begins.
     *
     * @return whether {@code ..} leaves the mount
     */
    public boolean isMountRoot() {
        return dentry == mount.root();
    }

    /**
     * Tells whether two places are the same.
     *
     * @param other a place
     * @return whether mount and name are the same objects
     */
    public boolean is(Location other) {
        return other.mount == mount && other.dentry == dentry;
    }

    /** Keeps the mount from being unmounted. */
    public void retain() {
        mount.retain();
    }

    /** Undoes one {@link #retain()}. */
    public void release() {
        mount.release();
    }
}
