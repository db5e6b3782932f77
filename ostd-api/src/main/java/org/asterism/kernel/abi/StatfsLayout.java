package org.asterism.kernel.abi;

/** Offsets in {@code struct statfs} of 64-bit machines; each field has 64 bits. Source: statfs(2), statfs.h. */
public final class StatfsLayout {
    /** Size of the structure. */
    public static final int BYTES = 120;
    /** Magic number of the type. */
    public static final int TYPE = 0;
    /** Block size in bytes. */
    public static final int BLOCK_SIZE = 8;
    /** Blocks in all. */
    public static final int BLOCKS = 16;
    /** Free blocks. */
    public static final int FREE = 24;
    /** Free blocks for others than root. */
    public static final int AVAILABLE = 32;
    /** Inodes in all. */
    public static final int FILES = 40;
    /** Free inodes. */
    public static final int FREE_FILES = 48;
    /** File system id. */
    public static final int ID = 56;
    /** Longest name. */
    public static final int NAME_LENGTH = 64;
    /** Fragment size. */
    public static final int FRAGMENT_SIZE = 72;
    /** Mount flags. */
    public static final int FLAGS = 80;

    private StatfsLayout() {
    }
}
