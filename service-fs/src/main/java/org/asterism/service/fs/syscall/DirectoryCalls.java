package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.file.DirectoryFile;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.FilesystemView;
import org.asterism.service.fs.path.Latin1;
import org.asterism.service.fs.path.PathText;
import org.asterism.service.fs.path.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reading directories, and where a process is. */
@Component(service = SyscallProvider.class)
public final class DirectoryCalls implements SyscallProvider {

    private static final int MOST_AT_ONCE = 32768;

    private final PathArguments paths;

    /**
     * The family.
     *
     * @param paths decodes paths
     */
    @Activate
    public DirectoryCalls(@Reference PathArguments paths) {
        this.paths = paths;
    }

    /** getdents64(2). */
    @Syscall("getdents64")
    public long getdents64(UserThread thread, int descriptor, long buffer, int length) throws KernelException {
        OpenFile file = ReadWriteCalls.readable(thread, descriptor);
        try {
            if (!(file instanceof DirectoryFile directory)) {
                throw KernelException.of(Errno.ENOTDIR);
            }
            EntryRecords records = new EntryRecords(Math.min(Math.max(0, length), MOST_AT_ONCE));
            long before = directory.seek(0, FileControl.SEEK_CUR);
            directory.readEntries(records);
            if (records.length() == 0 && records.isFull()) {
                throw KernelException.of(Errno.EINVAL);
            }
            if (UserMemory.write(buffer, records.bytes(), 0, records.length()) < records.length()) {
                directory.seek(before, FileControl.SEEK_SET); // what could not be told is told again
                throw KernelException.of(Errno.EFAULT);
            }
            return records.length();
        } finally {
            file.release();
        }
    }

    /** getcwd(2). */
    @Syscall("getcwd")
    public long getcwd(UserThread thread, long buffer, long length) throws KernelException {
        FilesystemView view = PathArguments.view(thread);
        if (view.working().dentry().isRemoved()) {
            throw KernelException.of(Errno.ENOENT);
        }
        String path = PathText.below(view.working(), view.root());
        byte[] text = Latin1.encode((path == null ? "(unreachable)" + PathText.describe(view.working(), view.root()) : path)
                + '\0');
        if (length < text.length) {
            throw KernelException.of(Errno.ERANGE);
        }
        if (UserMemory.write(buffer, text, 0, text.length) < text.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return text.length;
    }

    /** chdir(2). */
    @Syscall("chdir")
    public long chdir(UserThread thread, long path) throws KernelException {
        PathArguments.view(thread).setWorking(enterable(thread, paths.find(thread, AtFlags.AT_FDCWD, path, 0)));
        return 0;
    }

    /** fchdir(2). */
    @Syscall("fchdir")
    public long fchdir(UserThread thread, int descriptor) throws KernelException {
        Location place = PathArguments.location(thread.files().get(descriptor));
        PathArguments.view(thread).setWorking(enterable(thread, place));
        return 0;
    }

    /** chroot(2). */
    @Syscall("chroot")
    public long chroot(UserThread thread, long path) throws KernelException {
        Location place = enterable(thread, paths.find(thread, AtFlags.AT_FDCWD, path, 0));
        if (thread.credentials().effectiveUser() != 0) {
            throw KernelException.of(Errno.EPERM);
        }
        PathArguments.view(thread).setRoot(place);
        return 0;
    }

    private static Location enterable(UserThread thread, Location place) throws KernelException {
        if (!place.inode().isDirectory()) {
            throw KernelException.of(Errno.ENOTDIR);
        }
        Permission.check(place.inode(), thread.credentials(), Permission.EXECUTE);
        return place;
    }
}
