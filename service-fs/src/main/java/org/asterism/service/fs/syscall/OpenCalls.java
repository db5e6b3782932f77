package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.Allocation;
import org.asterism.service.fs.VirtualFileSystem;
import org.asterism.service.fs.path.FilesystemView;
import org.asterism.service.fs.table.DescriptorTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opening and closing. */
@Component(service = SyscallProvider.class)
public final class OpenCalls implements SyscallProvider {
    private static final int CLOSE_RANGE_UNSHARE = 2;
    private static final int CLOSE_RANGE_CLOEXEC = 4;

    private final VirtualFileSystem files;
    private final PathArguments paths;

    /**
     * The family.
     *
     * @param files the tree
     * @param paths decodes paths
     */
    @Activate
    public OpenCalls(@Reference VirtualFileSystem files, @Reference PathArguments paths) {
        this.files = files;
        this.paths = paths;
    }

    /**
     * open(2).
     *
     * @param thread the caller
     * @param path a path
     * @param flags O_*
     * @param mode permissions of a new file
     * @return the descriptor
     * @throws KernelException as open(2)
     */
    @Syscall("open")
    public long open(UserThread thread, long path, int flags, int mode) throws KernelException {
        return openat(thread, AtFlags.AT_FDCWD, path, flags, mode);
    }

    /**
     * creat(2).
     *
     * @param thread the caller
     * @param path a path
     * @param mode permissions of a new file
     * @return the descriptor
     * @throws KernelException as creat(2)
     */
    @Syscall("creat")
    public long creat(UserThread thread, long path, int mode) throws KernelException {
        return openat(thread, AtFlags.AT_FDCWD, path, OpenFlags.O_CREAT | OpenFlags.O_WRONLY | OpenFlags.O_TRUNC, mode);
    }

    /**
     * openat(2).
     *
     * @param thread the caller
     * @param directory where a relative path begins
     * @param path a path
     * @param flags O_*
     * @param mode permissions of a new file
     * @return the descriptor
     * @throws KernelException as openat(2)
     */
    @Syscall("openat")
    public long openat(UserThread thread, int directory, long path, int flags, int mode) throws KernelException {
        String text = paths.path(path);
        FilesystemView view = PathArguments.view(thread);
        thread.files().prepare();
        OpenFile file = files.opening().open(view.caller(thread.credentials()), paths.start(thread, directory, text), text,
                flags, mode & FileMode.PERMISSIONS & ~view.umask());
        return thread.files().add(file, 0, (flags & OpenFlags.O_CLOEXEC) != 0);
    }

    /**
     * close(2).
     *
     * @param thread the caller
     * @param descriptor what to close
     * @return 0
     * @throws KernelException {@code EBADF}
     */
    @Syscall("close")
    public long close(UserThread thread, int descriptor) throws KernelException {
        Allocation.commit();
        thread.files().close(descriptor);
        return 0;
    }

    /**
     * close_range(2).
     *
     * @param thread the caller
     * @param first the first descriptor
     * @param last the last one
     * @param flags CLOSE_RANGE_CLOEXEC
     * @return 0
     * @throws KernelException {@code EINVAL}
     */
    @Syscall(value = "close_range", partial = "CLOSE_RANGE_UNSHARE is refused with EINVAL")
    public long closeRange(UserThread thread, int first, int last, int flags) throws KernelException {
        boolean unsigned = Integer.compareUnsigned(first, last) <= 0;
        if (!unsigned || (flags & CLOSE_RANGE_UNSHARE) != 0 || (flags & ~CLOSE_RANGE_CLOEXEC) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        Allocation.commit();
        if (first >= 0) {
            int end = last < 0 ? Integer.MAX_VALUE : last;
            ((DescriptorTable) thread.files()).closeRange(first, end, (flags & CLOSE_RANGE_CLOEXEC) != 0);
        }
        return 0;
    }
}
