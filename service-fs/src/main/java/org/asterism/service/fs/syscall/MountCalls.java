package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.service.fs.VirtualFileSystem;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.MountTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mounting, unmounting and writing back. */
@Component(service = SyscallProvider.class)
public final class MountCalls implements SyscallProvider {

    private static final int KEPT_FLAGS = MountFlags.MS_RDONLY | MountFlags.MS_NOSUID | MountFlags.MS_NODEV
            | MountFlags.MS_NOEXEC | MountFlags.MS_SYNCHRONOUS | MountFlags.MS_DIRSYNC | MountFlags.MS_NOATIME
            | MountFlags.MS_NODIRATIME;
    private static final int PROPAGATION =
            MountFlags.MS_SHARED | MountFlags.MS_PRIVATE | MountFlags.MS_SLAVE | MountFlags.MS_UNBINDABLE;
    private static final int UNMOUNT_FLAGS =
            MountFlags.MNT_FORCE | MountFlags.MNT_DETACH | MountFlags.MNT_EXPIRE | MountFlags.UMOUNT_NOFOLLOW;

    private final VirtualFileSystem files;
    private final PathArguments paths;

    /**
     * The family.
     *
     * @param files the tree
     * @param paths decodes paths
     */
    @Activate
    public MountCalls(@Reference VirtualFileSystem files, @Reference PathArguments paths) {
        this.files = files;
        this.paths = paths;
    }

    /** mount(2). */
    @Syscall(value = "mount", partial = "propagation (MS_SHARED, MS_SLAVE) is accepted without effect: there is one namespace")
    public long mount(UserThread thread, long source, long target, long type, long flags, long data) throws KernelException {
        if (thread.credentials().effectiveUser() != 0) {
            throw KernelException.of(Errno.EPERM);
        }
        int wanted = (int) flags;
        String options = data == 0 ? "" : paths.path(data);
        String typeName = type == 0 ? "" : paths.path(type);
        String from = source == 0 ? "none" : paths.path(source);
        Location place = paths.find(thread, AtFlags.AT_FDCWD, target, 0);
        MountTable table = files.mounts();
        if ((wanted & MountFlags.MS_REMOUNT) != 0) {
            remount(place, wanted, options);
        } else if ((wanted & MountFlags.MS_BIND) != 0) {
            table.bind(paths.find(thread, AtFlags.AT_FDCWD, source, 0), place, (wanted & MountFlags.MS_REC) != 0);
        } else if ((wanted & MountFlags.MS_MOVE) != 0) {
            table.move(paths.find(thread, AtFlags.AT_FDCWD, source, 0), place);
        } else if ((wanted & PROPAGATION) == 0) {
            mountNew(typeName, from, place, wanted, options);
        } else if (!place.isMountRoot()) {
            throw KernelException.of(Errno.EINVAL);
        }
        return 0;
    }

    private void mountNew(String type, String source, Location place, int flags, String options) throws KernelException {
        FileSystem made = Answers.open(files.type(type), source, options);
        boolean mounted = false;
        try {
            files.mounts().mount(made, source, place, kept(flags));
            mounted = true;
        } finally {
            if (!mounted) {
                files.mounts().discard(made);
            }
        }
    }

    private void remount(Location place, int flags, String options) throws KernelException {
        files.mounts().setFlags(place, kept(flags));
        if ((flags & MountFlags.MS_BIND) == 0) {
            place.mount().fileSystem().reconfigure(options);
        }
    }

    private static int kept(int flags) {
        int kept = flags & KEPT_FLAGS;
        boolean relative = (flags & (MountFlags.MS_NOATIME | MountFlags.MS_STRICTATIME)) == 0;
        return relative ? kept | MountFlags.MS_RELATIME : kept;
    }

    /** umount2(2). */
    @Syscall("umount2")
    public long umount2(UserThread thread, long target, int flags) throws KernelException {
        if ((flags & ~UNMOUNT_FLAGS) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (thread.credentials().effectiveUser() != 0) {
            throw KernelException.of(Errno.EPERM);
        }
        int follow = (flags & MountFlags.UMOUNT_NOFOLLOW) == 0 ? 0 : AtFlags.AT_SYMLINK_NOFOLLOW;
        files.mounts().unmount(paths.find(thread, AtFlags.AT_FDCWD, target, follow), (flags & MountFlags.MNT_DETACH) != 0);
        return 0;
    }

    /** sync(2): all file systems are in memory, and disks are written at once. */
    @Syscall("sync")
    public long sync(UserThread thread) throws KernelException {
        return 0;
    }

    /** fsync(2). */
    @Syscall("fsync")
    public long fsync(UserThread thread, int descriptor) throws KernelException {
        thread.files().get(descriptor).synchronize();
        return 0;
    }

    /** fdatasync(2). */
    @Syscall("fdatasync")
    public long fdatasync(UserThread thread, int descriptor) throws KernelException {
        return fsync(thread, descriptor);
    }

    /** syncfs(2). */
    @Syscall("syncfs")
    public long syncfs(UserThread thread, int descriptor) throws KernelException {
        thread.files().get(descriptor);
        return 0;
    }

    /** sync_file_range(2). */
    @Syscall("sync_file_range")
    public long syncFileRange(UserThread thread, int descriptor, long position, long length, int flags)
            throws KernelException {
        return fsync(thread, descriptor);
    }
}
