package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.file.InodeFile;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changing permissions, owners, times and sizes; and the absence of extended attributes. */
@Component(service = SyscallProvider.class)
public final class AttributeCalls implements SyscallProvider {

    private static final long NANOS = 1_000_000_000L;
    private static final long UTIME_NOW = 0x3fffffff;
    private static final long UTIME_OMIT = 0x3ffffffe;

    private final PathArguments paths;

    /**
     * The family.
     *
     * @param paths decodes paths
     */
    @Activate
    public AttributeCalls(@Reference PathArguments paths) {
        this.paths = paths;
    }

    /** chmod(2). */
    @Syscall("chmod")
    public long chmod(UserThread thread, long path, int mode) throws KernelException {
        return fchmodat(thread, AtFlags.AT_FDCWD, path, mode);
    }

    /** fchmodat(2), which has no flags. */
    @Syscall("fchmodat")
    public long fchmodat(UserThread thread, int directory, long path, int mode) throws KernelException {
        setPermissions(thread, paths.find(thread, directory, path, 0), mode);
        return 0;
    }

    /** fchmod(2). */
    @Syscall("fchmod")
    public long fchmod(UserThread thread, int descriptor, int mode) throws KernelException {
        setPermissions(thread, place(thread, descriptor), mode);
        return 0;
    }

    private static void setPermissions(UserThread thread, Location place, int mode) throws KernelException {
        Inode inode = place.inode();
        Credentials credentials = thread.credentials();
        place.mount().checkWritable();
        Permission.checkOwner(inode, credentials);
        int permissions = mode & FileMode.PERMISSIONS;
        if (!credentials.isPrivileged() && !credentials.isMember(inode.group())) {
            permissions &= ~FileMode.S_ISGID;
        }
        try (var held = inode.lock().lock()) {
            inode.setPermissions(permissions);
        }
    }

    /** chown(2). */
    @Syscall("chown")
    public long chown(UserThread thread, long path, int user, int group) throws KernelException {
        return fchownat(thread, AtFlags.AT_FDCWD, path, user, group, 0);
    }

    /** lchown(2). */
    @Syscall("lchown")
    public long lchown(UserThread thread, long path, int user, int group) throws KernelException {
        return fchownat(thread, AtFlags.AT_FDCWD, path, user, group, AtFlags.AT_SYMLINK_NOFOLLOW);
    }

    /** fchownat(2). */
    @Syscall("fchownat")
    public long fchownat(UserThread thread, int directory, long path, int user, int group, int flags)
            throws KernelException {
        if ((flags & ~(AtFlags.AT_SYMLINK_NOFOLLOW | AtFlags.AT_EMPTY_PATH)) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        setOwner(thread, paths.find(thread, directory, path, flags), user, group);
        return 0;
    }

    /** fchown(2). */
    @Syscall("fchown")
    public long fchown(UserThread thread, int descriptor, int user, int group) throws KernelException {
        setOwner(thread, place(thread, descriptor), user, group);
        return 0;
    }

    private static void setOwner(UserThread thread, Location place, int user, int group) throws KernelException {
        Inode inode = place.inode();
        Credentials credentials = thread.credentials();
        place.mount().checkWritable();
        if (!credentials.isPrivileged()) {
            boolean sameUser = user == -1 || user == inode.owner();
            boolean ownGroup = group == -1 || group == inode.group() || credentials.isMember(group);
            if (inode.owner() != credentials.filesystemUser() || !sameUser || !ownGroup) {
                throw KernelException.of(Errno.EPERM);
            }
        }
        try (var held = inode.lock().lock()) {
            int mode = inode.mode();
            inode.setOwner(user, group);
            if (!inode.isDirectory() && (mode & (FileMode.S_ISUID | FileMode.S_ISGID)) != 0) {
                int kept = mode & ~FileMode.S_ISUID;
                inode.setPermissions((mode & FileMode.GROUP_EXECUTE) == 0 ? kept : kept & ~FileMode.S_ISGID);
            }
        }
    }

    /** umask(2). */
    @Syscall("umask")
    public long umask(UserThread thread, int mask) throws KernelException {
        return PathArguments.view(thread).setUmask(mask);
    }

    /** utime(2). */
    @Syscall("utime")
    public long utime(UserThread thread, long path, long times) throws KernelException {
        Location place = paths.find(thread, AtFlags.AT_FDCWD, path, 0);
        if (times == 0) {
            setTimes(thread, place, 0, UTIME_NOW, 0, UTIME_NOW);
            return 0;
        }
        byte[] raw = read(times, 16);
        setTimes(thread, place, LittleEndian.getLong(raw, 0), 0, LittleEndian.getLong(raw, 8), 0);
        return 0;
    }

    /** utimes(2). */
    @Syscall("utimes")
    public long utimes(UserThread thread, long path, long times) throws KernelException {
        return futimesat(thread, AtFlags.AT_FDCWD, path, times);
    }

    /** futimesat(2). */
    @Syscall("futimesat")
    public long futimesat(UserThread thread, int directory, long path, long times) throws KernelException {
        Location place = paths.find(thread, directory, path, 0);
        if (times == 0) {
            setTimes(thread, place, 0, UTIME_NOW, 0, UTIME_NOW);
            return 0;
        }
        byte[] raw = read(times, 32);
        long accessMicros = LittleEndian.getLong(raw, 8);
        long modifyMicros = LittleEndian.getLong(raw, 24);
        if (accessMicros < 0 || accessMicros >= 1_000_000 || modifyMicros < 0 || modifyMicros >= 1_000_000) {
            throw KernelException.of(Errno.EINVAL);
        }
        setTimes(thread, place, LittleEndian.getLong(raw, 0), accessMicros * 1000, LittleEndian.getLong(raw, 16),
                modifyMicros * 1000);
        return 0;
    }

    /** utimensat(2). */
    @Syscall("utimensat")
    public long utimensat(UserThread thread, int directory, long path, long times, int flags) throws KernelException {
        if ((flags & ~(AtFlags.AT_SYMLINK_NOFOLLOW | AtFlags.AT_EMPTY_PATH)) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] raw = times == 0 ? null : read(times, 32);
        long accessPart = raw == null ? UTIME_NOW : LittleEndian.getLong(raw, 8);
        long modifyPart = raw == null ? UTIME_NOW : LittleEndian.getLong(raw, 24);
        if (!isNanos(accessPart) || !isNanos(modifyPart)) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (accessPart == UTIME_OMIT && modifyPart == UTIME_OMIT) {
            return 0;
        }
        Location place = path == 0 ? place(thread, directory) : paths.find(thread, directory, path, flags);
        setTimes(thread, place, raw == null ? 0 : LittleEndian.getLong(raw, 0), accessPart,
                raw == null ? 0 : LittleEndian.getLong(raw, 16), modifyPart);
        return 0;
    }

    private static boolean isNanos(long part) {
        return part == UTIME_NOW || part == UTIME_OMIT || part >= 0 && part < NANOS;
    }

    private static void setTimes(UserThread thread, Location place, long accessSeconds, long accessPart,
            long modifySeconds, long modifyPart) throws KernelException {
        Inode inode = place.inode();
        place.mount().checkWritable();
        boolean now = accessPart == UTIME_NOW && modifyPart == UTIME_NOW;
        if (!Permission.isOwner(inode, thread.credentials())) {
            if (!now) {
                throw KernelException.of(Errno.EPERM);
            }
            Permission.check(inode, thread.credentials(), Permission.WRITE);
        }
        long current = inode.fileSystem().realTimeNanos();
        try (var held = inode.lock().lock()) {
            inode.setTimes(chosen(accessSeconds, accessPart, current, inode.accessNanos()),
                    chosen(modifySeconds, modifyPart, current, inode.modifyNanos()));
        }
    }

    private static long chosen(long seconds, long part, long now, long old) {
        if (part == UTIME_NOW) {
            return now;
        }
        return part == UTIME_OMIT ? old : seconds * NANOS + part;
    }

    private static byte[] read(long address, int length) throws KernelException {
        byte[] raw = new byte[length];
        if (UserMemory.read(address, raw, 0, length) < length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return raw;
    }

    private static Location place(UserThread thread, int descriptor) throws KernelException {
        OpenFile file = thread.files().get(descriptor);
        if ((file.statusFlags() & OpenFlags.O_PATH) != 0) {
            throw KernelException.of(Errno.EBADF);
        }
        return PathArguments.location(file);
    }

    /** truncate(2). */
    @Syscall("truncate")
    public long truncate(UserThread thread, long path, long size) throws KernelException {
        if (size < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        Location place = paths.find(thread, AtFlags.AT_FDCWD, path, 0);
        Inode inode = place.inode();
        if (!inode.isRegular()) {
            throw KernelException.of(inode.isDirectory() ? Errno.EISDIR : Errno.EINVAL);
        }
        Permission.check(inode, thread.credentials(), Permission.WRITE);
        place.mount().checkWritable();
        FileSizeLimit.check(thread, inode.size(), size);
        try (var held = inode.lock().lock()) {
            inode.truncate(size);
        }
        return 0;
    }

    /** ftruncate(2). */
    @Syscall("ftruncate")
    public long ftruncate(UserThread thread, int descriptor, long size) throws KernelException {
        OpenFile file = thread.files().get(descriptor);
        if (size < 0 || !OpenFlags.isWritable(file.statusFlags())) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (!(file instanceof InodeFile opened)) {
            throw KernelException.of(Errno.EINVAL);
        }
        FileSizeLimit.check(thread, opened.inode().size(), size);
        opened.truncate(size);
        return 0;
    }

    /** fallocate(2). */
    @Syscall("fallocate")
    public long fallocate(UserThread thread, int descriptor, int flags, long position, long length) throws KernelException {
        OpenFile file = ReadWriteCalls.writable(thread, descriptor);
        try {
            if (position < 0 || length <= 0) {
                throw KernelException.of(Errno.EINVAL);
            }
            Inode inode = file.inode();
            if (inode == null || !inode.isRegular()) {
                throw KernelException.of(inode != null && inode.type() == FileMode.S_IFIFO ? Errno.ESPIPE : Errno.ENODEV);
            }
            FileSizeLimit.check(thread, inode.size(), position + length);
            try (var held = inode.lock().lock()) {
                inode.allocate(flags, position, length);
            }
            return 0;
        } finally {
            file.release();
        }
    }
}
