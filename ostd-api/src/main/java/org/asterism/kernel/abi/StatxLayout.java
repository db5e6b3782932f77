package org.asterism.kernel.abi;

/** Offsets in {@code struct statx}. Source: statx(2), stat.h. */
public final class StatxLayout {
    /** Size of the structure. */
    public static final int BYTES = 256;
    /** 32-bit mask of what is filled in. */
    public static final int MASK = 0;
    /** 32-bit preferred block size. */
    public static final int BLOCK_SIZE = 4;
    /** 64-bit attributes. */
    public static final int ATTRIBUTES = 8;
    /** 32-bit hard links. */
    public static final int LINKS = 16;
    /** 32-bit user id. */
    public static final int OWNER = 20;
    /** 32-bit group id. */
    public static final int GROUP = 24;
    /** 16-bit type and permissions. */
    public static final int MODE = 28;
    /** 64-bit inode number. */
    public static final int INODE = 32;
    /** 64-bit size. */
    public static final int SIZE = 40;
    /** 64-bit count of 512-byte blocks. */
    public static final int BLOCKS = 48;
    /** 64-bit mask of the attributes that are meaningful. */
    public static final int ATTRIBUTES_MASK = 56;
    /** 64-bit seconds, 32-bit nanoseconds. */
    public static final int ACCESS_TIME = 64;
    /** 64-bit seconds, 32-bit nanoseconds. */
    public static final int BIRTH_TIME = 80;
    /** 64-bit seconds, 32-bit nanoseconds. */
    public static final int CHANGE_TIME = 96;
    /** 64-bit seconds, 32-bit nanoseconds. */
    public static final int MODIFY_TIME = 112;
    /** 32-bit major number of a special file. */
    public static final int SPECIAL_MAJOR = 128;
    /** 32-bit minor number of a special file. */
    public static final int SPECIAL_MINOR = 132;
    /** 32-bit major number of the file system. */
    public static final int DEVICE_MAJOR = 136;
    /** 32-bit minor number of the file system. */
    public static final int DEVICE_MINOR = 140;
    /** 64-bit id of the mount. */
    public static final int MOUNT = 144;
    /** STATX_BASIC_STATS. */
    public static final int BASIC = 0x7ff;
    /** STATX_MNT_ID. */
    public static final int HAS_MOUNT = 0x1000;
    /** STATX_ATTR_MOUNT_ROOT. */
    public static final int ATTRIBUTE_MOUNT_ROOT = 0x2000;
    /** STATX__RESERVED: a request with it is refused. */
    public static final int RESERVED = 1 << 31;

    private StatxLayout() {
    }
}
