package org.asterism.service.fs.syscall;

import java.util.concurrent.atomic.AtomicReference;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.VirtualFileSystem;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.file.InodeFile;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.Mount;
import org.asterism.service.fs.path.FilesystemView;
import org.asterism.service.fs.path.Latin1;
import org.asterism.service.fs.path.PathWalk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decodes paths and directory descriptors. */
@Component(service = PathArguments.class)
public final class PathArguments {
    private static final int SHORT = 256;

    private final VirtualFileSystem files;
    private final AtomicReference<byte[]> spare = new AtomicReference<>(new byte[PathWalk.MAX_PATH]);

    /**
     * For all families.
     *
     * @param files the tree
     */
    @Activate
    public PathArguments(@Reference VirtualFileSystem files) {
        this.files = files;
    }

    /**
     * The view of a thread's process.
     *
     * @param thread the caller
     * @return never null
     */
    static FilesystemView view(UserThread thread) {
        return (FilesystemView) thread.filesystem();
    }

    /**
     * Reads a path.
     *
     * @param address of a string that ends with a zero byte
     * @return may be empty
     * @throws KernelException {@code EFAULT}, {@code ENAMETOOLONG}
     */
    String path(long address) throws KernelException {
        byte[] buffer = spare.getAndSet(null);
        if (buffer == null) {
            byte[] small = new byte[SHORT];
            int length = UserMemory.readString(address, small);
            if (length != -2) {
                return decoded(small, length);
            }
            buffer = new byte[PathWalk.MAX_PATH];
        }
        try {
            return decoded(buffer, UserMemory.readString(address, buffer));
        } finally {
            spare.set(buffer);
        }
    }

    private static String decoded(byte[] bytes, int length) throws KernelException {
        if (length < 0) {
            throw KernelException.of(length == -1 ? Errno.EFAULT : Errno.ENAMETOOLONG);
        }
        return Latin1.decode(bytes, 0, length);
    }

    /**
     * Where a relative path begins.
     *
     * @param thread the caller
     * @param descriptor a directory, or AT_FDCWD
     * @param path decides whether it matters
     * @return a directory
     * @throws KernelException {@code EBADF}, {@code ENOTDIR}
     */
    Location start(UserThread thread, int descriptor, String path) throws KernelException {
        FilesystemView view = view(thread);
        if (descriptor == AtFlags.AT_FDCWD || path.startsWith("/")) {
            return view.working();
        }
        OpenFile file = thread.files().get(descriptor);
        if (file instanceof InodeFile opened && (opened.inode().isDirectory() || path.isEmpty())) {
            return opened.location();
        }
        throw KernelException.of(Errno.ENOTDIR);
    }

    /**
     * Begins a walk and goes to the last component.
     *
     * @param thread the caller
     * @param descriptor a directory, or AT_FDCWD
     * @param address of the path
     * @return stands before the last component
     * @throws KernelException as {@link PathWalk#toLast()}
     */
    PathWalk toLast(UserThread thread, int descriptor, long address) throws KernelException {
        String path = path(address);
        return new PathWalk(files.mounts(), view(thread).caller(thread.credentials()), start(thread, descriptor, path), path)
                .toLast();
    }

    /**
     * Finds a file.
     *
     * @param thread the caller
     * @param descriptor a directory, or AT_FDCWD; with AT_EMPTY_PATH any file
     * @param address of the path
     * @param flags AT_SYMLINK_NOFOLLOW, AT_EMPTY_PATH
     * @return what is there
     * @throws KernelException as {@link PathWalk#toEnd}
     */
    Location find(UserThread thread, int descriptor, long address, int flags) throws KernelException {
        String path = path(address);
        if (path.isEmpty() && (flags & AtFlags.AT_EMPTY_PATH) != 0) {
            return descriptor == AtFlags.AT_FDCWD ? view(thread).working() : location(thread.files().get(descriptor));
        }
        boolean follow = (flags & AtFlags.AT_SYMLINK_NOFOLLOW) == 0;
        return new PathWalk(files.mounts(), view(thread).caller(thread.credentials()), start(thread, descriptor, path), path)
                .toEnd(follow);
    }

    /**
     * The place of an open file; files without a place in the tree get one that leads nowhere.
     *
     * @param file any open file
     * @return never null
     * @throws KernelException {@code EBADF} if it has no inode
     */
    static Location location(OpenFile file) throws KernelException {
        if (file instanceof InodeFile opened) {
            return opened.location();
        }
        if (file.inode() == null) {
            throw KernelException.of(Errno.EBADF);
        }
        return new Location(Mount.detached(file.inode().fileSystem()), Dentry.detached(file.path(), file.inode()));
    }
}
