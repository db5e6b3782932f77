package org.asterism.kernel.abi;

/** Types and permissions of files, as {@code st_mode} holds them. Source: inode(7). */
public final class FileMode {
    /** Mask of the type. */
    public static final int S_IFMT = 0170000;

    /** A socket. */
    public static final int S_IFSOCK = 0140000;

    /** A symbolic link. */
    public static final int S_IFLNK = 0120000;

    /** A regular file. */
    public static final int S_IFREG = 0100000;

    /** A block device. */
    public static final int S_IFBLK = 0060000;

    /** A directory. */
    public static final int S_IFDIR = 0040000;

    /** A character device. */
    public static final int S_IFCHR = 0020000;

    /** A FIFO. */
    public static final int S_IFIFO = 0010000;

    /** Set-user-ID. */
    public static final int S_ISUID = 04000;

    /** Set-group-ID. */
    public static final int S_ISGID = 02000;

    /** Sticky. */
    public static final int S_ISVTX = 01000;

    /** Mask of everything but the type. */
    public static final int PERMISSIONS = 07777;

    /** Execution by the group. */
    public static final int GROUP_EXECUTE = 010;

    private FileMode() {
    }

    /**
     * The type as getdents64(2) tells it.
     *
     * @param mode a mode with its type
     * @return DT_REG, DT_DIR …
     */
    public static int directoryEntryType(int mode) {
        return mode >>> 12 & 15;
    }
}
