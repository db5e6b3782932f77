package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.abi.StatLayout;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What files are: stat(2), statx(2), access(2), statfs(2). */
@Component(service = SyscallProvider.class)
public final class StatusCalls implements SyscallProvider {

    private static final int STAT_FLAGS = AtFlags.AT_SYMLINK_NOFOLLOW | AtFlags.AT_NO_AUTOMOUNT | AtFlags.AT_EMPTY_PATH;
    private static final int ACCESS_FLAGS = AtFlags.AT_EACCESS | AtFlags.AT_SYMLINK_NOFOLLOW | AtFlags.AT_EMPTY_PATH;

    private final StatusText layout = new StatusText(StatLayout.of(BootInfo.architecture()));

    private final PathArguments paths;

    /**
     * The family.
     *
     * @param paths decodes paths
     */
    @Activate
    public StatusCalls(@Reference PathArguments paths) {
        this.paths = paths;
    }

    /** stat(2). */
    @Syscall("stat")
    public long stat(UserThread thread, long path, long buffer) throws KernelException {
        return newfstatat(thread, AtFlags.AT_FDCWD, path, buffer, 0);
    }

    /** lstat(2). */
    @Syscall("lstat")
    public long lstat(UserThread thread, long path, long buffer) throws KernelException {
        return newfstatat(thread, AtFlags.AT_FDCWD, path, buffer, AtFlags.AT_SYMLINK_NOFOLLOW);
    }

    /** fstatat(2). */
    @Syscall("newfstatat")
    public long newfstatat(UserThread thread, int directory, long path, long buffer, int flags) throws KernelException {
        if ((flags & ~STAT_FLAGS) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        if ((flags & AtFlags.AT_EMPTY_PATH) != 0 && directory >= 0 && paths.path(path).isEmpty()) {
            return fstat(thread, directory, buffer);
        }
        layout.writeStat(paths.find(thread, directory, path, flags).inode(), buffer);
        return 0;
    }

    /** fstat(2). */
    @Syscall("fstat")
    public long fstat(UserThread thread, int descriptor, long buffer) throws KernelException {
        layout.writeStat(thread.files().get(descriptor).inode(), buffer);
        return 0;
    }

    /** statx(2). */
    @Syscall("statx")
    public long statx(UserThread thread, int directory, long path, int flags, int mask, long buffer) throws KernelException {
        boolean bad = (flags & ~(STAT_FLAGS | AtFlags.AT_STATX_SYNC_TYPE)) != 0
                || (flags & AtFlags.AT_STATX_SYNC_TYPE) == AtFlags.AT_STATX_SYNC_TYPE || mask < 0;
        if (bad) {
            throw KernelException.of(Errno.EINVAL);
        }
        if ((flags & AtFlags.AT_EMPTY_PATH) != 0 && directory >= 0 && paths.path(path).isEmpty()) {
            OpenFile file = thread.files().get(directory);
            layout.writeStatx(file.inode(), null, buffer);
            return 0;
        }
        Location found = paths.find(thread, directory, path, flags);
        layout.writeStatx(found.inode(), found, buffer);
        return 0;
    }

    /** access(2). */
    @Syscall("access")
    public long access(UserThread thread, long path, int mode) throws KernelException {
        return faccessat2(thread, AtFlags.AT_FDCWD, path, mode, 0);
    }

    /** faccessat(2), which has no flags. */
    @Syscall("faccessat")
    public long faccessat(UserThread thread, int directory, long path, int mode) throws KernelException {
        return faccessat2(thread, directory, path, mode, 0);
    }

    /** faccessat2(2). */
    @Syscall("faccessat2")
    public long faccessat2(UserThread thread, int directory, long path, int mode, int flags) throws KernelException {
        if ((mode & ~7) != 0 || (flags & ~ACCESS_FLAGS) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        Location found = paths.find(thread, directory, path, flags);
        boolean writes = (mode & AtFlags.W_OK) != 0;
        if (writes && (found.inode().isRegular() || found.inode().isDirectory() || found.inode().isSymbolicLink())) {
            found.mount().checkWritable();
        }
        if ((mode & AtFlags.X_OK) != 0 && found.inode().isRegular() && found.mount().has(MountFlags.MS_NOEXEC)) {
            throw KernelException.of(Errno.EACCES);
        }
        boolean effective = (flags & AtFlags.AT_EACCESS) != 0;
        Permission.check(found.inode(), effective ? thread.credentials() : real(thread.credentials()), mode);
        return 0;
    }

    private static Credentials real(Credentials actual) {
        if (actual.realUser() == actual.filesystemUser() && actual.realGroup() == actual.filesystemGroup()) {
            return actual;
        }
        return new Credentials(actual.realUser(), actual.effectiveUser(), actual.savedUser(), actual.realUser(),
                actual.realGroup(), actual.effectiveGroup(), actual.savedGroup(), actual.realGroup(),
                actual.supplementaryGroups());
    }

    /** statfs(2). */
    @Syscall("statfs")
    public long statfs(UserThread thread, long path, long buffer) throws KernelException {
        layout.writeStatfs(paths.find(thread, AtFlags.AT_FDCWD, path, 0), buffer);
        return 0;
    }

    /** fstatfs(2). */
    @Syscall("fstatfs")
    public long fstatfs(UserThread thread, int descriptor, long buffer) throws KernelException {
        layout.writeStatfs(PathArguments.location(thread.files().get(descriptor)), buffer);
        return 0;
    }
}
