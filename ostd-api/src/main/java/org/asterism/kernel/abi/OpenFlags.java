package org.asterism.kernel.abi;

/** Flags of open(2), the same on x86-64 and RISC-V. Source: fcntl.h (asm-generic). */
public final class OpenFlags {
    /** Open for reading. */
    public static final int O_RDONLY = 0;

    /** Open for writing. */
    public static final int O_WRONLY = 1;

    /** Open for both. */
    public static final int O_RDWR = 2;

    /** Mask of the access mode. */
    public static final int O_ACCMODE = 3;

    /** Create the file if it is missing. */
    public static final int O_CREAT = 0100;

    /** Fail if the file is there. */
    public static final int O_EXCL = 0200;

    /** A terminal does not become the controlling one. */
    public static final int O_NOCTTY = 0400;

    /** Empty the file. */
    public static final int O_TRUNC = 01000;

    /** Write at the end. */
    public static final int O_APPEND = 02000;

    /** Do not wait. */
    public static final int O_NONBLOCK = 04000;

    /** Write data through. */
    public static final int O_DSYNC = 010000;

    /** Send SIGIO. */
    public static final int O_ASYNC = 020000;

    /** Bypass the page cache. */
    public static final int O_DIRECT = 040000;

    /** Allow 64-bit sizes; always on. */
    public static final int O_LARGEFILE = 0100000;

    /** Fail if it is no directory. */
    public static final int O_DIRECTORY = 0200000;

    /** Fail if it is a symbolic link. */
    public static final int O_NOFOLLOW = 0400000;

    /** Leave the access time. */
    public static final int O_NOATIME = 01000000;

    /** Close on execve(2). */
    public static final int O_CLOEXEC = 02000000;

    /** Write data and metadata through. */
    public static final int O_SYNC = 04010000;

    /** A place only, not for I/O. */
    public static final int O_PATH = 010000000;

    /** A file without a name in a directory. */
    public static final int O_TMPFILE = 020200000;

    /** What fcntl(2) F_SETFL changes. */
    public static final int SETTABLE = O_APPEND | O_NONBLOCK | O_ASYNC | O_DIRECT | O_NOATIME;

    private OpenFlags() {
    }

    /**
     * Tells whether flags allow reading.
     *
     * @param flags as open(2)
     * @return whether the access mode includes it
     */
    public static boolean isReadable(int flags) {
        return (flags & O_ACCMODE) != O_WRONLY && (flags & O_PATH) == 0;
    }

    /**
     * Tells whether flags allow writing.
     *
     * @param flags as open(2)
     * @return whether the access mode includes it
     */
    public static boolean isWritable(int flags) {
        return (flags & O_ACCMODE) != O_RDONLY && (flags & O_PATH) == 0;
    }
}
