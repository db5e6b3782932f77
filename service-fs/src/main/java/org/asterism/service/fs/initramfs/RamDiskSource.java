package org.asterism.service.fs.initramfs;

import org.asterism.ostd.boot.BootInfo;

/** The bytes of the initial ram disk, read in blocks. */
final class RamDiskSource implements ByteSource {
    private final byte[] block = new byte[4096];
    private final long size = BootInfo.initialRamDiskSize();
    private long blockStart;
    private int blockLength;
    private int index;

    @Override
    public int next() {
        if (index == blockLength && !fill()) {
            return -1;
        }
        return block[index++] & 0xff;
    }

    /** The byte that {@link #next} would give, without taking it. */
    int peek() {
        if (index == blockLength && !fill()) {
            return -1;
        }
        return block[index] & 0xff;
    }

    /** How many bytes were taken. */
    long position() {
        return blockStart + index;
    }

    private boolean fill() {
        blockStart += blockLength;
        blockLength = (int) Math.min(block.length, size - blockStart);
        index = 0;
        if (blockLength <= 0) {
            blockLength = 0;
            return false;
        }
        BootInfo.readInitialRamDisk(blockStart, block, 0, blockLength);
        return true;
    }
}
