package org.asterism.service.fs.path;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.Inode;

/** Discretionary access control. Source: path_resolution(7), capabilities(7) CAP_DAC_OVERRIDE, CAP_FOWNER. */
public final class Permission {
    /** Read. */
    public static final int READ = 4;
    /** Write. */
    public static final int WRITE = 2;
    /** Execute a file, search a directory. */
    public static final int EXECUTE = 1;

    private static final int ANY_EXECUTE = 0111;

    private Permission() {
    }

    /**
     * Tells whether access is allowed.
     *
     * @param inode what is accessed
     * @param credentials whose rights count
     * @param wanted READ, WRITE, EXECUTE added up
     * @return whether all of them are
     */
    public static boolean allows(Inode inode, Credentials credentials, int wanted) {
        int mode = inode.mode();
        if (credentials.isPrivileged()) {
            return (wanted & EXECUTE) == 0 || inode.isDirectory() || (mode & ANY_EXECUTE) != 0;
        }
        int granted = inode.owner() == credentials.filesystemUser() ? mode >>> 6
                : credentials.isMember(inode.group()) ? mode >>> 3 : mode;
        return (wanted & ~granted) == 0;
    }

    /**
     * Refuses access that is not allowed.
     *
     * @param inode what is accessed
     * @param credentials whose rights count
     * @param wanted READ, WRITE, EXECUTE added up
     * @throws KernelException {@code EACCES}
     */
    public static void check(Inode inode, Credentials credentials, int wanted) throws KernelException {
        if (!allows(inode, credentials, wanted)) {
            throw KernelException.of(Errno.EACCES);
        }
    }

    /**
     * Refuses what only the owner may do.
     *
     * @param inode what is changed
     * @param credentials whose rights count
     * @throws KernelException {@code EPERM}
     */
    public static void checkOwner(Inode inode, Credentials credentials) throws KernelException {
        if (!isOwner(inode, credentials)) {
            throw KernelException.of(Errno.EPERM);
        }
    }

    /**
     * Tells whether the owner's privileges apply.
     *
     * @param inode what is changed
     * @param credentials whose rights count
     * @return whether it is the owner's or root's
     */
    public static boolean isOwner(Inode inode, Credentials credentials) {
        return credentials.isPrivileged() || inode.owner() == credentials.filesystemUser();
    }

    /**
     * Refuses to remove or rename what the directory does not let go: write and search permission, and in a sticky directory only owners.
     *
     * @param directory where the entry is
     * @param entry what it refers to
     * @param credentials whose rights count
     * @throws KernelException {@code EACCES}, {@code EPERM}
     */
    public static void checkRemoval(Inode directory, Inode entry, Credentials credentials) throws KernelException {
        check(directory, credentials, WRITE | EXECUTE);
        if ((directory.mode() & FileMode.S_ISVTX) != 0 && !isOwner(directory, credentials)
                && !isOwner(entry, credentials)) {
            throw KernelException.of(Errno.EPERM);
        }
    }
}
