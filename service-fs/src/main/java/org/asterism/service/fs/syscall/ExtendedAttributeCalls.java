package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Extended attributes, which no file system here has: lists are empty, everything else is not supported. */
@Component(service = SyscallProvider.class)
public final class ExtendedAttributeCalls implements SyscallProvider {
    private final PathArguments paths;

    /**
     * The family.
     *
     * @param paths decodes paths
     */
    @Activate
    public ExtendedAttributeCalls(@Reference PathArguments paths) {
        this.paths = paths;
    }

    /** setxattr(2). */
    @Syscall("setxattr")
    public long setxattr(UserThread thread, long path, long name, long value, long size, int flags) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, 0);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** lsetxattr(2). */
    @Syscall("lsetxattr")
    public long lsetxattr(UserThread thread, long path, long name, long value, long size, int flags) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, AtFlags.AT_SYMLINK_NOFOLLOW);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** fsetxattr(2). */
    @Syscall("fsetxattr")
    public long fsetxattr(UserThread thread, int descriptor, long name, long value, long size, int flags)
            throws KernelException {
        thread.files().get(descriptor);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** getxattr(2). */
    @Syscall("getxattr")
    public long getxattr(UserThread thread, long path, long name, long value, long size) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, 0);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** lgetxattr(2). */
    @Syscall("lgetxattr")
    public long lgetxattr(UserThread thread, long path, long name, long value, long size) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, AtFlags.AT_SYMLINK_NOFOLLOW);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** fgetxattr(2). */
    @Syscall("fgetxattr")
    public long fgetxattr(UserThread thread, int descriptor, long name, long value, long size) throws KernelException {
        thread.files().get(descriptor);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** listxattr(2). */
    @Syscall("listxattr")
    public long listxattr(UserThread thread, long path, long list, long size) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, 0);
        return 0;
    }

    /** llistxattr(2). */
    @Syscall("llistxattr")
    public long llistxattr(UserThread thread, long path, long list, long size) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, AtFlags.AT_SYMLINK_NOFOLLOW);
        return 0;
    }

    /** flistxattr(2). */
    @Syscall("flistxattr")
    public long flistxattr(UserThread thread, int descriptor, long list, long size) throws KernelException {
        thread.files().get(descriptor);
        return 0;
    }

    /** removexattr(2). */
    @Syscall("removexattr")
    public long removexattr(UserThread thread, long path, long name) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, 0);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** lremovexattr(2). */
    @Syscall("lremovexattr")
    public long lremovexattr(UserThread thread, long path, long name) throws KernelException {
        paths.find(thread, AtFlags.AT_FDCWD, path, AtFlags.AT_SYMLINK_NOFOLLOW);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /** fremovexattr(2). */
    @Syscall("fremovexattr")
    public long fremovexattr(UserThread thread, int descriptor, long name) throws KernelException {
        thread.files().get(descriptor);
        throw KernelException.of(Errno.EOPNOTSUPP);
    }
}
