package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.VirtualFileSystem;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.Latin1;
import org.asterism.service.fs.path.Names;
import org.asterism.service.fs.path.PathWalk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Making, removing and moving names. */
@Component(service = SyscallProvider.class)
public final class NameCalls implements SyscallProvider {

    private static final int RENAME_FLAGS = AtFlags.RENAME_NOREPLACE | AtFlags.RENAME_EXCHANGE;

    private final VirtualFileSystem files;
    private final PathArguments paths;

    /**
     * The family.
     *
     * @param files the tree
     * @param paths decodes paths
     */
    @Activate
    public NameCalls(@Reference VirtualFileSystem files, @Reference PathArguments paths) {
        this.files = files;
        this.paths = paths;
    }

    /** mkdir(2). */
    @Syscall("mkdir")
    public long mkdir(UserThread thread, long path, int mode) throws KernelException {
        return mkdirat(thread, AtFlags.AT_FDCWD, path, mode);
    }

    /** mkdirat(2). */
    @Syscall("mkdirat")
    public long mkdirat(UserThread thread, int directory, long path, int mode) throws KernelException {
        PathWalk walk = paths.toLast(thread, directory, path);
        int permissions = mode & (0777 | FileMode.S_ISVTX) & ~thread.filesystem().umask();
        Names.create(walk, thread.credentials(), FileMode.S_IFDIR | permissions, 0);
        return 0;
    }

    /** mknod(2). */
    @Syscall("mknod")
    public long mknod(UserThread thread, long path, int mode, int device) throws KernelException {
        return mknodat(thread, AtFlags.AT_FDCWD, path, mode, device);
    }

    /** mknodat(2). */
    @Syscall("mknodat")
    public long mknodat(UserThread thread, int directory, long path, int mode, int device) throws KernelException {
        int type = (mode & FileMode.S_IFMT) == 0 ? FileMode.S_IFREG : mode & FileMode.S_IFMT;
        switch (type) {
            case FileMode.S_IFREG, FileMode.S_IFIFO, FileMode.S_IFSOCK -> {
            }
            case FileMode.S_IFCHR, FileMode.S_IFBLK -> {
                if (thread.credentials().effectiveUser() != 0) {
                    throw KernelException.of(Errno.EPERM);
                }
            }
            default -> throw KernelException.of(type == FileMode.S_IFDIR ? Errno.EPERM : Errno.EINVAL);
        }
        PathWalk walk = paths.toLast(thread, directory, path);
        int permissions = mode & FileMode.PERMISSIONS & ~thread.filesystem().umask();
        Names.create(walk, thread.credentials(), type | permissions, device);
        return 0;
    }

    /** unlink(2). */
    @Syscall("unlink")
    public long unlink(UserThread thread, long path) throws KernelException {
        return unlinkat(thread, AtFlags.AT_FDCWD, path, 0);
    }

    /** rmdir(2). */
    @Syscall("rmdir")
    public long rmdir(UserThread thread, long path) throws KernelException {
        return unlinkat(thread, AtFlags.AT_FDCWD, path, AtFlags.AT_REMOVEDIR);
    }

    /** unlinkat(2). */
    @Syscall("unlinkat")
    public long unlinkat(UserThread thread, int directory, long path, int flags) throws KernelException {
        if ((flags & ~AtFlags.AT_REMOVEDIR) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        PathWalk walk = paths.toLast(thread, directory, path);
        if (flags == 0) {
            Names.unlink(walk, thread.credentials());
        } else {
            Names.removeDirectory(walk, thread.credentials());
        }
        return 0;
    }

    /** rename(2). */
    @Syscall("rename")
    public long rename(UserThread thread, long from, long to) throws KernelException {
        return renameat2(thread, AtFlags.AT_FDCWD, from, AtFlags.AT_FDCWD, to, 0);
    }

    /** renameat(2). */
    @Syscall("renameat")
    public long renameat(UserThread thread, int fromDirectory, long from, int toDirectory, long to) throws KernelException {
        return renameat2(thread, fromDirectory, from, toDirectory, to, 0);
    }

    /** renameat2(2). */
    @Syscall(value = "renameat2", partial = "RENAME_WHITEOUT is refused with EINVAL")
    public long renameat2(UserThread thread, int fromDirectory, long from, int toDirectory, long to, int flags)
            throws KernelException {
        if ((flags & ~RENAME_FLAGS) != 0 || flags == RENAME_FLAGS) {
            throw KernelException.of(Errno.EINVAL);
        }
        PathWalk source = paths.toLast(thread, fromDirectory, from);
        PathWalk destination = paths.toLast(thread, toDirectory, to);
        files.renaming().rename(source, destination, thread.credentials(), flags);
        return 0;
    }

    /** link(2). */
    @Syscall("link")
    public long link(UserThread thread, long from, long to) throws KernelException {
        return linkat(thread, AtFlags.AT_FDCWD, from, AtFlags.AT_FDCWD, to, 0);
    }

    /** linkat(2). */
    @Syscall("linkat")
    public long linkat(UserThread thread, int fromDirectory, long from, int toDirectory, long to, int flags)
            throws KernelException {
        if ((flags & ~(AtFlags.AT_SYMLINK_FOLLOW | AtFlags.AT_EMPTY_PATH)) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        int follow = (flags & AtFlags.AT_SYMLINK_FOLLOW) != 0 ? 0 : AtFlags.AT_SYMLINK_NOFOLLOW;
        Location source = paths.find(thread, fromDirectory, from, follow | flags & AtFlags.AT_EMPTY_PATH);
        Names.link(source, paths.toLast(thread, toDirectory, to), thread.credentials());
        return 0;
    }

    /** symlink(2). */
    @Syscall("symlink")
    public long symlink(UserThread thread, long target, long path) throws KernelException {
        return symlinkat(thread, target, AtFlags.AT_FDCWD, path);
    }

    /** symlinkat(2). */
    @Syscall("symlinkat")
    public long symlinkat(UserThread thread, long target, int directory, long path) throws KernelException {
        String text = paths.path(target);
        Names.symbolicLink(paths.toLast(thread, directory, path), thread.credentials(), text);
        return 0;
    }

    /** readlink(2). */
    @Syscall("readlink")
    public long readlink(UserThread thread, long path, long buffer, int length) throws KernelException {
        return readlinkat(thread, AtFlags.AT_FDCWD, path, buffer, length);
    }

    /** readlinkat(2). */
    @Syscall("readlinkat")
    public long readlinkat(UserThread thread, int directory, long path, long buffer, int length) throws KernelException {
        if (length <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        int empty = directory == AtFlags.AT_FDCWD ? 0 : AtFlags.AT_EMPTY_PATH;
        Inode link = paths.find(thread, directory, path, AtFlags.AT_SYMLINK_NOFOLLOW | empty).inode();
        byte[] target = Latin1.encode(Answers.readLink(link));
        int count = Math.min(length, target.length);
        if (UserMemory.write(buffer, target, 0, count) < count) {
            throw KernelException.of(Errno.EFAULT);
        }
        return count;
    }
}
