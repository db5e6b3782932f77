package org.asterism.kernel.abi;

/** Commands of fcntl(2), flock(2), lseek(2), fallocate(2). Source: fcntl.h, file.h, falloc.h. */
public final class FileControl {
    /** Duplicate a descriptor. */
    public static final int F_DUPFD = 0;

    /** Read descriptor flags. */
    public static final int F_GETFD = 1;

    /** Set descriptor flags. */
    public static final int F_SETFD = 2;

    /** Read status flags. */
    public static final int F_GETFL = 3;

    /** Set status flags. */
    public static final int F_SETFL = 4;

    /** Find a conflicting lock. */
    public static final int F_GETLK = 5;

    /** Set a lock. */
    public static final int F_SETLK = 6;

    /** Set a lock, waiting. */
    public static final int F_SETLKW = 7;

    /** Set who gets SIGIO. */
    public static final int F_SETOWN = 8;

    /** Read who gets SIGIO. */
    public static final int F_GETOWN = 9;

    /** Find a conflicting lock, for an open file. */
    public static final int F_OFD_GETLK = 36;

    /** Set a lock of an open file. */
    public static final int F_OFD_SETLK = 37;

    /** Set a lock of an open file, waiting. */
    public static final int F_OFD_SETLKW = 38;

    /** Duplicate a descriptor with close-on-exec. */
    public static final int F_DUPFD_CLOEXEC = 1030;

    /** Resize a pipe. */
    public static final int F_SETPIPE_SZ = 1031;

    /** Read a pipe's size. */
    public static final int F_GETPIPE_SZ = 1032;

    /** Seal a memory file. */
    public static final int F_ADD_SEALS = 1033;

    /** Read the seals of a memory file. */
    public static final int F_GET_SEALS = 1034;

    /** Close on execve(2). */
    public static final int FD_CLOEXEC = 1;

    /** A shared lock. */
    public static final int F_RDLCK = 0;

    /** An exclusive lock. */
    public static final int F_WRLCK = 1;

    /** No lock. */
    public static final int F_UNLCK = 2;

    /** A shared lock of flock(2). */
    public static final int LOCK_SH = 1;

    /** An exclusive lock of flock(2). */
    public static final int LOCK_EX = 2;

    /** Do not wait for a lock of flock(2). */
    public static final int LOCK_NB = 4;

    /** Remove a lock of flock(2). */
    public static final int LOCK_UN = 8;

    /** From the start. */
    public static final int SEEK_SET = 0;

    /** From the position. */
    public static final int SEEK_CUR = 1;

    /** From the end. */
    public static final int SEEK_END = 2;

    /** To the next data. */
    public static final int SEEK_DATA = 3;

    /** To the next hole. */
    public static final int SEEK_HOLE = 4;

    /** Leave the size. */
    public static final int FALLOC_FL_KEEP_SIZE = 1;

    /** Make a hole. */
    public static final int FALLOC_FL_PUNCH_HOLE = 2;

    /** Zero a range. */
    public static final int FALLOC_FL_ZERO_RANGE = 16;

    /** Do not wait, in preadv2(2). */
    public static final int RWF_NOWAIT = 8;

    /** Append, in pwritev2(2). */
    public static final int RWF_APPEND = 16;

    /** What preadv2(2) and pwritev2(2) know. */
    public static final int RWF_SUPPORTED = 0x1f;

    /** Size of struct flock. */
    public static final int FLOCK_BYTES = 32;

    /** Offset of the 16-bit type in struct flock. */
    public static final int FLOCK_TYPE = 0;

    /** Offset of the 16-bit base in struct flock. */
    public static final int FLOCK_WHENCE = 2;

    /** Offset of the 64-bit start in struct flock. */
    public static final int FLOCK_START = 8;

    /** Offset of the 64-bit length in struct flock. */
    public static final int FLOCK_LENGTH = 16;

    /** Offset of the 32-bit process id in struct flock. */
    public static final int FLOCK_PROCESS = 24;

    /** Offset of the 64-bit inode number in struct linux_dirent64. */
    public static final int DIRENT_INODE = 0;

    /** Offset of the 64-bit next position in struct linux_dirent64. */
    public static final int DIRENT_NEXT = 8;

    /** Offset of the 16-bit record length in struct linux_dirent64. */
    public static final int DIRENT_LENGTH = 16;

    /** Offset of the type byte in struct linux_dirent64. */
    public static final int DIRENT_TYPE = 18;

    /** Offset of the name in struct linux_dirent64. */
    public static final int DIRENT_NAME = 19;

    private FileControl() {
    }
}
