package org.asterism.service.fs.path;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.Allocation;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.mount.Location;

/** Making and removing names. Source: mkdir(2), mknod(2), symlink(2), link(2), unlink(2), rmdir(2). */
public final class Names {
    private Names() {
    }

    /**
     * Makes a file, directory or special file.
     *
     * @param walk stands before the new name
     * @param credentials who makes it
     * @param mode type and permissions, the umask applied
     * @param device of a special file
     * @return the new entry
     * @throws KernelException {@code EEXIST}, {@code EACCES}, {@code EROFS}, {@code ENOENT}
     */
    public static Location create(PathWalk walk, Credentials credentials, int mode, int device) throws KernelException {
        checkNewName(walk, (mode & FileMode.S_IFMT) == FileMode.S_IFDIR);
        Location directory = walk.directory();
        Inode parent = directory.inode();
        try (var held = parent.lock().lock()) {
            Dentry entry = freeEntry(directory, walk.name(), credentials);
            Inode made = createIn(parent, walk.name(), credentials, mode, device);
            Allocation.commit();
            entry.fill(made);
            return new Location(directory.mount(), entry);
        }
    }

    /**
     * Makes an inode with the group that the directory hands down. Locked.
     *
     * @param parent the directory
     * @param name free
     * @param credentials who makes it
     * @param mode type and permissions
     * @param device of a special file
     * @return the new inode
     * @throws KernelException as {@link Inode#create}
     */
    static Inode createIn(Inode parent, String name, Credentials credentials, int mode, int device)
            throws KernelException {
        int group = groupIn(parent, credentials);
        int given = mode;
        if ((parent.mode() & FileMode.S_ISGID) != 0 && (mode & FileMode.S_IFMT) == FileMode.S_IFDIR) {
            given |= FileMode.S_ISGID;
        }
        return Answers.create(parent, name, given, credentials.filesystemUser(), group, device);
    }

    /**
     * The group of what is made in a directory.
     *
     * @param parent the directory
     * @param credentials who makes it
     * @return the directory's if it is set-group-ID, else the maker's
     */
    public static int groupIn(Inode parent, Credentials credentials) {
        return (parent.mode() & FileMode.S_ISGID) != 0 ? parent.group() : credentials.filesystemGroup();
    }

    /**
     * Makes a symbolic link.
     *
     * @param walk stands before the new name
     * @param credentials who makes it
     * @param target what it holds
     * @throws KernelException {@code EEXIST}, {@code EACCES}, {@code EROFS}, {@code ENOENT}
     */
    public static void symbolicLink(PathWalk walk, Credentials credentials, String target) throws KernelException {
        if (target.isEmpty()) {
            throw KernelException.of(Errno.ENOENT);
        }
        checkNewName(walk, false);
        Location directory = walk.directory();
        Inode parent = directory.inode();
        try (var held = parent.lock().lock()) {
            Dentry entry = freeEntry(directory, walk.name(), credentials);
            Inode made = Answers.createSymbolicLink(parent, walk.name(), target, credentials.filesystemUser(), groupIn(parent, credentials));
            Allocation.commit();
            entry.fill(made);
        }
    }

    /**
     * Gives a file a further name.
     *
     * @param from the file
     * @param walk stands before the new name
     * @param credentials who makes it
     * @throws KernelException {@code EXDEV}, {@code EPERM} for directories, {@code EEXIST}, {@code EACCES}, {@code EROFS}, {@code ENOENT}
     */
    public static void link(Location from, PathWalk walk, Credentials credentials) throws KernelException {
        checkNewName(walk, false);
        Location directory = walk.directory();
        Inode parent = directory.inode();
        Inode target = from.inode();
        try (var held = parent.lock().lock()) {
            Dentry entry = freeEntry(directory, walk.name(), credentials);
            if (from.mount() != directory.mount()) {
                throw KernelException.of(Errno.EXDEV);
            }
            if (target.isDirectory()) {
                throw KernelException.of(Errno.EPERM);
            }
            try (var heldTarget = target.lock().lock()) {
                parent.link(walk.name(), target);
            }
            entry.fill(target);
        }
    }

    /**
     * Removes a name of something that is no directory.
     *
     * @param walk stands before the name
     * @param credentials who removes it
     * @throws KernelException {@code EISDIR}, {@code ENOENT}, {@code EACCES}, {@code EPERM}, {@code EROFS}, {@code EBUSY}
     */
    public static void unlink(PathWalk walk, Credentials credentials) throws KernelException {
        if (!walk.isOrdinaryName()) {
            throw KernelException.of(Errno.EISDIR);
        }
        Location directory = walk.directory();
        Inode parent = directory.inode();
        checkDirectory(parent);
        try (var held = parent.lock().lock()) {
            Dentry entry = presentEntry(directory, walk.name(), credentials);
            Inode target = entry.inode();
            if (target.isDirectory()) {
                throw KernelException.of(Errno.EISDIR);
            }
            if (walk.hasTrailingSlash()) {
                throw KernelException.of(Errno.ENOTDIR);
            }
            checkRemovable(directory, entry, credentials);
            try (var heldTarget = target.lock().lock()) {
                Allocation.commit();
                parent.unlink(walk.name(), target);
            }
            entry.remove();
        }
    }

    /**
     * Removes an empty directory.
     *
     * @param walk stands before the name
     * @param credentials who removes it
     * @throws KernelException {@code ENOTDIR}, {@code ENOTEMPTY}, {@code EINVAL} for {@code .}, {@code EBUSY}, {@code ENOENT},
     *     {@code EACCES}, {@code EPERM}, {@code EROFS}
     */
    public static void removeDirectory(PathWalk walk, Credentials credentials) throws KernelException {
        switch (walk.name()) {
            case "" -> throw KernelException.of(Errno.EBUSY);
            case "." -> throw KernelException.of(Errno.EINVAL);
            case ".." -> throw KernelException.of(Errno.ENOTEMPTY);
            default -> {
            }
        }
        Location directory = walk.directory();
        Inode parent = directory.inode();
        checkDirectory(parent);
        try (var held = parent.lock().lock()) {
            Dentry entry = presentEntry(directory, walk.name(), credentials);
            Inode target = entry.inode();
            Permission.checkRemoval(parent, target, credentials);
            if (!target.isDirectory()) {
                throw KernelException.of(Errno.ENOTDIR);
            }
            checkRemovable(directory, entry, credentials);
            try (var heldTarget = target.lock().lock()) {
                Allocation.commit();
                parent.removeDirectory(walk.name(), target);
            }
            entry.remove();
        }
    }

    private static void checkNewName(PathWalk walk, boolean isDirectory) throws KernelException {
        if (!walk.isOrdinaryName()) {
            throw KernelException.of(Errno.EEXIST);
        }
        checkDirectory(walk.directory().inode());
        if (walk.hasTrailingSlash() && !isDirectory) {
            boolean there = walk.last().inode() != null;
            throw KernelException.of(there ? Errno.EEXIST : Errno.ENOENT);
        }
    }

    static void checkDirectory(Inode inode) throws KernelException {
        if (!inode.isDirectory()) {
            throw KernelException.of(Errno.ENOTDIR);
        }
    }

    /** An entry whose name is free and may be filled; locked. */
    static Dentry freeEntry(Location directory, String name, Credentials credentials) throws KernelException {
        Permission.check(directory.inode(), credentials, Permission.EXECUTE);
        Dentry entry = PathWalk.lockedChild(directory.dentry(), name);
        if (entry.inode() != null) {
            throw KernelException.of(Errno.EEXIST);
        }
        directory.mount().checkWritable();
        if (directory.dentry().isRemoved()) {
            throw KernelException.of(Errno.ENOENT);
        }
        Permission.check(directory.inode(), credentials, Permission.WRITE);
        return entry;
    }

    static Dentry presentEntry(Location directory, String name, Credentials credentials) throws KernelException {
        Permission.check(directory.inode(), credentials, Permission.EXECUTE);
        directory.mount().checkWritable();
        Dentry entry = PathWalk.lockedChild(directory.dentry(), name);
        if (entry.inode() == null) {
            throw KernelException.of(Errno.ENOENT);
        }
        return entry;
    }

    private static void checkRemovable(Location directory, Dentry entry, Credentials credentials)
            throws KernelException {
        Permission.checkRemoval(directory.inode(), entry.inode(), credentials);
        if (entry.isMountPoint()) {
            throw KernelException.of(Errno.EBUSY);
        }
    }
}
