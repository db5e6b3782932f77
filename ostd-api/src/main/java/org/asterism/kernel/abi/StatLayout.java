package org.asterism.kernel.abi;

/**
 * Offsets in {@code struct stat}, which differ between x86-64 and the generic layout that RISC-V uses. Source: stat.h of
 * both.
 *
 * @param bytes size of the structure
 * @param device 64-bit device number
 * @param inode 64-bit inode number
 * @param links hard links: 64 bits on x86-64, else 32
 * @param wideLinks whether {@code links} has 64 bits
 * @param mode 32-bit type and permissions
 * @param owner 32-bit user id
 * @param group 32-bit group id
 * @param specialDevice 64-bit device number of a special file
 * @param size 64-bit size
 * @param blockSize preferred block size: 64 bits on x86-64, else 32
 * @param blocks 64-bit count of 512-byte blocks
 * @param accessTime seconds and nanoseconds, 64 bits each
 * @param modifyTime seconds and nanoseconds, 64 bits each
 * @param changeTime seconds and nanoseconds, 64 bits each
 */
public record StatLayout(int bytes, int device, int inode, int links, boolean wideLinks, int mode, int owner, int group,
        int specialDevice, int size, int blockSize, int blocks, int accessTime, int modifyTime, int changeTime) {
    /** The layout of x86-64. */
    public static final StatLayout X86 =
            new StatLayout(144, 0, 8, 16, true, 24, 28, 32, 40, 48, 56, 64, 72, 88, 104);
    /** The generic layout. */
    public static final StatLayout GENERIC =
            new StatLayout(128, 0, 8, 20, false, 16, 24, 28, 32, 48, 56, 64, 72, 88, 104);

    /**
     * The layout of an architecture.
     *
     * @param architecture as uname(2) tells it
     * @return never null
     */
    public static StatLayout of(String architecture) {
        return architecture.equals("x86_64") ? X86 : GENERIC;
    }
}
