package org.asterism.kernel.vfs;

/** A process's view of the file system: root, working directory, umask. Shared by threads; copied by fork. */
public interface FilesystemContext {
    /**
     * A copy with its own owners' count.
     *
     * @return never null
     */
    FilesystemContext copy();

    /** Adds an owner. */
    void retain();

    /** Drops an owner. */
    void release();

    /**
     * The working directory as an absolute path.
     *
     * @return for {@code /proc/PID/cwd}
     */
    String workingDirectory();

    /**
     * Permissions that new files do not get.
     *
     * @return the umask, from 0 to 0777
     */
    int umask();
}
