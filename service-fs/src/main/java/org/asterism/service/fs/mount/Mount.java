package org.asterism.service.fs.mount;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.service.fs.dentry.Dentry;

/** A tree attached to a place. Its place and flags change under the table's lock; users are counted without. */
public final class Mount {
    private final int id;
    private final FileSystem fileSystem;
    private final Dentry root;
    private final String source;
    private final String typeName;
    private final AtomicInteger users = new AtomicInteger();
    private volatile Location attachedTo;
    private volatile int flags;
    /** Who is told when the last user of an unmounted tree is gone; null while it is mounted. */
    private volatile MountTable formerTable;

    Mount(int id, FileSystem fileSystem, Dentry root, String source, int flags) {
        this.id = id;
        this.fileSystem = fileSystem;
        this.root = root;
        this.source = source;
        this.typeName = Answers.typeName(fileSystem);
        this.flags = flags;
    }

    /**
     * A mount that is nowhere: for files without names.
     *
     * @param fileSystem of which nothing but its files is seen
     * @return not in any table
     */
    public static Mount detached(FileSystem fileSystem) {
        return new Mount(0, fileSystem, Dentry.root(Answers.root(fileSystem)), fileSystem.typeName(), 0);
    }

    /**
     * Its id.
     *
     * @return positive, as {@code /proc/PID/mountinfo} shows it
     */
    public int id() {
        return id;
    }

    /**
     * What is mounted.
     *
     * @return never null
     */
    public FileSystem fileSystem() {
        return fileSystem;
    }

    /**
     * Where its tree begins: the file system's root, or a directory or file of a bind mount.
     *
     * @return never null
     */
    public Dentry root() {
        return root;
    }

    /**
     * The name of the type of what is mounted, as it was when it was mounted.
     *
     * @return never null
     */
    public String typeName() {
        return typeName;
    }

    /**
     * What was given as source.
     *
     * @return such as {@code tmpfs}
     */
    public String source() {
        return source;
    }

    /**
     * Where it is attached.
     *
     * @return null for the root of all and what was unmounted
     */
    public Location attachedTo() {
        return attachedTo;
    }

    void attach(Location place) {
        attachedTo = place;
    }

    /**
     * Its flags.
     *
     * @return {@link MountFlags} MS_RDONLY, MS_NOSUID …
     */
    public int flags() {
        return flags;
    }

    void setFlags(int changed) {
        flags = changed;
    }

    /**
     * Tells whether a flag is set.
     *
     * @param flag of {@link MountFlags}
     * @return whether it is
     */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /**
     * Refuses changes through a read-only mount.
     *
     * @throws KernelException {@code EROFS}
     */
    public void checkWritable() throws KernelException {
        if (has(MountFlags.MS_RDONLY)) {
            throw KernelException.of(Errno.EROFS);
        }
    }

    void retain() {
        users.incrementAndGet();
    }

    void release() {
        MountTable table = formerTable;
        if (users.decrementAndGet() == 0 && table != null) {
            table.discard(fileSystem);
        }
    }

    /** It was unmounted while it was used. */
    void outlive(MountTable table) {
        formerTable = table;
    }

    /**
     * Tells whether a file is open or a process has its root or working directory here.
     *
     * @return whether unmounting must fail
     */
    public boolean isUsed() {
        return users.get() > 0;
    }
}
