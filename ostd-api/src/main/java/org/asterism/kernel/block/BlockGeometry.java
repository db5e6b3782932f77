package org.asterism.kernel.block;

/**
 * How large a disk is and what can be done with it.
 *
 * @param sectors its size in sectors of 512 bytes, made whole blocks
 * @param blockBytes what it transfers at least, a power of two from 512 on
 * @param readOnly whether it cannot be written
 */
public record BlockGeometry(long sectors, int blockBytes, boolean readOnly) {
    /** Checks, and leaves out the rest of a last block. */
    public BlockGeometry {
        if (Integer.bitCount(blockBytes) != 1 || blockBytes < BlockDevice.SECTOR_BYTES) {
            throw new IllegalArgumentException("blocks of " + blockBytes + " bytes; a power of two from " + BlockDevice.SECTOR_BYTES + " on can be one");
        }
        if (sectors < 0 || sectors > Long.MAX_VALUE / BlockDevice.SECTOR_BYTES) {
            throw new IllegalArgumentException("a disk of " + sectors + " sectors");
        }
        sectors &= -(blockBytes / BlockDevice.SECTOR_BYTES);
    }

    /**
     * A disk that can be written, with blocks of a sector.
     *
     * @param sectors its size
     * @return its geometry
     */
    public static BlockGeometry ofSectors(long sectors) {
        return new BlockGeometry(sectors, BlockDevice.SECTOR_BYTES, false);
    }

    /**
     * Its size.
     *
     * @return in bytes
     */
    public long bytes() {
        return sectors * BlockDevice.SECTOR_BYTES;
    }
}
