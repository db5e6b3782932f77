package org.asterism.kernel.abi;

/** Flags of mount(2), umount2(2) and statfs(2). Source: mount.h, statfs(2). */
public final class MountFlags {
    /** No writing. */
    public static final int MS_RDONLY = 1;

    /** Ignore set-user-ID. */
    public static final int MS_NOSUID = 2;

    /** No device files. */
    public static final int MS_NODEV = 4;

    /** No execution. */
    public static final int MS_NOEXEC = 8;

    /** Write through. */
    public static final int MS_SYNCHRONOUS = 16;

    /** Change flags of a mount. */
    public static final int MS_REMOUNT = 32;

    /** Write directories through. */
    public static final int MS_DIRSYNC = 128;

    /** Leave access times. */
    public static final int MS_NOATIME = 1024;

    /** Leave access times of directories. */
    public static final int MS_NODIRATIME = 2048;

    /** Show a directory at another place. */
    public static final int MS_BIND = 4096;

    /** Move a mount. */
    public static final int MS_MOVE = 8192;

    /** With mounts below. */
    public static final int MS_REC = 16384;

    /** No warnings. */
    public static final int MS_SILENT = 32768;

    /** Forbid binding. */
    public static final int MS_UNBINDABLE = 1 << 17;

    /** Do not propagate. */
    public static final int MS_PRIVATE = 1 << 18;

    /** Receive propagation. */
    public static final int MS_SLAVE = 1 << 19;

    /** Propagate. */
    public static final int MS_SHARED = 1 << 20;

    /** Update access times now and then. */
    public static final int MS_RELATIME = 1 << 21;

    /** Update access times always. */
    public static final int MS_STRICTATIME = 1 << 24;

    /** Unmount by force. */
    public static final int MNT_FORCE = 1;

    /** Unmount lazily. */
    public static final int MNT_DETACH = 2;

    /** Unmount if idle. */
    public static final int MNT_EXPIRE = 4;

    /** Do not follow a symbolic link. */
    public static final int UMOUNT_NOFOLLOW = 8;

    /** Flags of statfs(2) are meaningful. */
    public static final int ST_VALID = 32;

    /** Access times are left. */
    public static final int ST_NOATIME = 1024;

    /** Access times of directories are left. */
    public static final int ST_NODIRATIME = 2048;

    /** Access times are updated now and then. */
    public static final int ST_RELATIME = 4096;

    private MountFlags() {
    }
}
