package org.asterism.kernel.abi;

/** Flags and special descriptors of the *at system calls. Source: openat(2), fstatat(2), linkat(2), unlinkat(2), renameat2(2). */
public final class AtFlags {
    /** The working directory, in place of a descriptor. */
    public static final int AT_FDCWD = -100;

    /** Do not follow a symbolic link at the end. */
    public static final int AT_SYMLINK_NOFOLLOW = 0x100;

    /** Remove a directory. */
    public static final int AT_REMOVEDIR = 0x200;

    /** Check with effective ids. */
    public static final int AT_EACCESS = 0x200;

    /** Follow a symbolic link at the end. */
    public static final int AT_SYMLINK_FOLLOW = 0x400;

    /** Do not trigger automounts. */
    public static final int AT_NO_AUTOMOUNT = 0x800;

    /** An empty path means the descriptor itself. */
    public static final int AT_EMPTY_PATH = 0x1000;

    /** Mask of statx(2)'s synchronisation. */
    public static final int AT_STATX_SYNC_TYPE = 0x6000;

    /** Fail if the new name is there. */
    public static final int RENAME_NOREPLACE = 1;

    /** Exchange two names. */
    public static final int RENAME_EXCHANGE = 2;

    /** Leave a whiteout. */
    public static final int RENAME_WHITEOUT = 4;

    /** Test for reading. */
    public static final int R_OK = 4;

    /** Test for writing. */
    public static final int W_OK = 2;

    /** Test for execution. */
    public static final int X_OK = 1;

    private AtFlags() {
    }
}
