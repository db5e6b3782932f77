package org.asterism.service.fs.file;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.devfs.DeviceTable;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.MountTable;
import org.asterism.service.fs.path.Caller;
import org.asterism.service.fs.path.Names;
import org.asterism.service.fs.path.PathText;
import org.asterism.service.fs.path.PathWalk;
import org.asterism.service.fs.path.Permission;
import org.asterism.service.fs.pipe.Fifos;

/** Opens files by path. Source: open(2). */
public final class Opening {
    private static final int PLACE_FLAGS = OpenFlags.O_PATH | OpenFlags.O_DIRECTORY | OpenFlags.O_NOFOLLOW | OpenFlags.O_CLOEXEC;
    private static final int NOT_KEPT =
            OpenFlags.O_CREAT | OpenFlags.O_EXCL | OpenFlags.O_NOCTTY | OpenFlags.O_TRUNC | OpenFlags.O_CLOEXEC;

    private final MountTable mounts;
    private final DeviceTable devices;

    /**
     * Opens files below some mounts.
     *
     * @param mounts all mounts
     * @param devices drivers by number
     */
    public Opening(MountTable mounts, DeviceTable devices) {
        this.mounts = mounts;
        this.devices = devices;
    }

    /**
     * Opens a file, making it if asked to.
     *
     * @param caller on whose behalf
     * @param start where a relative path begins
     * @param path a path
     * @param flags as open(2)
     * @param mode permissions of a new file, the umask applied
     * @return with one reference
     * @throws KernelException as open(2)
     */
    public OpenFile open(Caller caller, Location start, String path, int flags, int mode) throws KernelException {
        if ((flags & OpenFlags.O_PATH) != 0) {
            return openPlace(caller, start, path, flags & PLACE_FLAGS);
        }
        if ((flags & OpenFlags.O_TMPFILE) == OpenFlags.O_TMPFILE) {
            return openUnnamed(caller, start, path, flags, mode);
        }
        if ((flags & OpenFlags.O_CREAT) != 0) {
            return openOrCreate(caller, start, path, flags, mode);
        }
        PathWalk walk = new PathWalk(mounts, caller, start, path);
        Location found = walk.toEnd((flags & OpenFlags.O_NOFOLLOW) == 0);
        return openFound(caller, found, flags, false);
    }

    /**
     * Opens a regular file whose rights were checked.
     *
     * @param caller on whose behalf
     * @param found where it is
     * @param flags as open(2)
     * @return with one reference
     * @throws KernelException as open(2)
     */
    public OpenFile openExecutable(Caller caller, Location found, int flags) throws KernelException {
        return openInode(caller, found, flags);
    }

    private OpenFile openPlace(Caller caller, Location start, String path, int flags) throws KernelException {
        PathWalk walk = new PathWalk(mounts, caller, start, path);
        Location found = walk.toEnd((flags & OpenFlags.O_NOFOLLOW) == 0);
        if ((flags & OpenFlags.O_DIRECTORY) != 0 && !found.inode().isDirectory()) {
            throw KernelException.of(Errno.ENOTDIR);
        }
        return new PlaceFile(found, caller.root(), flags & ~OpenFlags.O_CLOEXEC);
    }

    private OpenFile openUnnamed(Caller caller, Location start, String path, int flags, int mode)
            throws KernelException {
        if (!OpenFlags.isWritable(flags)) {
            throw KernelException.of(Errno.EINVAL);
        }
        Location directory = new PathWalk(mounts, caller, start, path).toEnd(true);
        Inode parent = directory.inode();
        if (!parent.isDirectory()) {
            throw KernelException.of(Errno.ENOTDIR);
        }
        directory.mount().checkWritable();
        Permission.check(parent, caller.credentials(), Permission.WRITE | Permission.EXECUTE);
        Inode made;
        try (var held = parent.lock().lock()) {
            made = Answers.createUnnamed(parent, FileMode.S_IFREG | mode & FileMode.PERMISSIONS,
                    caller.credentials().filesystemUser(), Names.groupIn(parent, caller.credentials()));
        }
        try {
            return new RegularFile(unnamedPlace(directory, made), caller.root(), kept(flags));
        } finally {
            made.release();
        }
    }

    private static Location unnamedPlace(Location directory, Inode made) {
        Dentry entry = directory.dentry().add("#" + made.number(), made, false);
        entry.remove();
        return new Location(directory.mount(), entry);
    }

    private OpenFile openOrCreate(Caller caller, Location start, String path, int flags, int mode)
            throws KernelException {
        if ((flags & OpenFlags.O_DIRECTORY) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        PathWalk walk = new PathWalk(mounts, caller, start, path).toLast();
        while (true) {
            if (!walk.isOrdinaryName() || walk.hasTrailingSlash()) {
                throw KernelException.of(Errno.EISDIR);
            }
            Location found = walk.last();
            Inode inode = found.inode();
            if (inode == null) {
                try {
                    Location made = Names.create(walk, caller.credentials(),
                            FileMode.S_IFREG | mode & FileMode.PERMISSIONS, 0);
                    return openFound(caller, made, flags, true);
                } catch (KernelException failure) {
                    if (failure.errno() != Errno.EEXIST || (flags & OpenFlags.O_EXCL) != 0) {
                        throw failure;
                    }
                    continue;
                }
            }
            if ((flags & OpenFlags.O_EXCL) != 0) {
                throw KernelException.of(Errno.EEXIST);
            }
            if (inode.isSymbolicLink() && (flags & OpenFlags.O_NOFOLLOW) == 0) {
                Location jumped = walk.followLast(inode);
                if (jumped == null) {
                    continue;
                }
                found = jumped;
                inode = jumped.inode();
            }
            if (inode.isDirectory()) {
                throw KernelException.of(Errno.EISDIR);
            }
            return openFound(caller, found, flags, false);
        }
    }

    private OpenFile openFound(Caller caller, Location found, int flags, boolean isNew) throws KernelException {
        Inode inode = found.inode();
        if (inode.isSymbolicLink()) {
            throw KernelException.of((flags & OpenFlags.O_DIRECTORY) != 0 ? Errno.ENOTDIR : Errno.ELOOP);
        }
        if (inode.isDirectory() ? OpenFlags.isWritable(flags) : (flags & OpenFlags.O_DIRECTORY) != 0) {
            throw KernelException.of(inode.isDirectory() ? Errno.EISDIR : Errno.ENOTDIR);
        }
        if (!isNew) {
            checkRights(caller.credentials(), found, flags);
        }
        if ((flags & OpenFlags.O_TRUNC) != 0 && inode.isRegular() && !isNew) {
            try (var held = inode.lock().lock()) {
                inode.truncate(0);
            }
        }
        return openInode(caller, found, flags);
    }

    private static void checkRights(Credentials credentials, Location found, int flags) throws KernelException {
        Inode inode = found.inode();
        boolean isDevice = inode.type() == FileMode.S_IFCHR || inode.type() == FileMode.S_IFBLK;
        if (isDevice && found.mount().has(MountFlags.MS_NODEV)) {
            throw KernelException.of(Errno.EACCES);
        }
        boolean writes = OpenFlags.isWritable(flags) || (flags & OpenFlags.O_TRUNC) != 0;
        int wanted = (OpenFlags.isReadable(flags) ? Permission.READ : 0) | (writes ? Permission.WRITE : 0);
        Permission.check(inode, credentials, wanted);
        if (writes && (inode.isRegular() || inode.isDirectory())) {
            found.mount().checkWritable();
        }
        if ((flags & OpenFlags.O_NOATIME) != 0) {
            Permission.checkOwner(inode, credentials);
        }
    }

    private OpenFile openInode(Caller caller, Location found, int flags) throws KernelException {
        Inode inode = found.inode();
        OpenFile own = inode.open(PathText.describe(found, caller.root()), flags);
        if (own != null) {
            return own;
        }
        return switch (inode.type()) {
            case FileMode.S_IFREG -> new RegularFile(found, caller.root(), kept(flags));
            case FileMode.S_IFDIR -> new DirectoryFile(found, caller.root(), kept(flags));
            case FileMode.S_IFIFO -> Fifos.open(CurrentThread.get(), found, caller.root(), kept(flags));
            case FileMode.S_IFCHR, FileMode.S_IFBLK -> devices.open(inode,
                    PathText.describe(found, caller.root()), flags);
            default -> throw KernelException.of(Errno.ENXIO);
        };
    }

    private static int kept(int flags) {
        return flags & ~NOT_KEPT | OpenFlags.O_LARGEFILE;
    }
}
