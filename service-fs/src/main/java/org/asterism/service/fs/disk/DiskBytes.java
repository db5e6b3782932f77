package org.asterism.service.fs.disk;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;

/**
 * A disk as bytes at any position. Nothing is kept: what was written is with the disk when a write returns. A write of less than a block reads the rest of the block
 * first; writes to one disk come one after the other, so that none undoes what another does to the same block.
 */
public final class DiskBytes {
    private static final int MOST_BYTES = 128 << 10;

    private final BlockDevice disk;
    private final int blockBytes;
    private final Mutex writing = new Mutex();

    DiskBytes(BlockDevice disk) {
        this.disk = disk;
        this.blockBytes = disk.geometry().blockBytes();
    }

    /**
     * The disk.
     *
     * @return never null
     */
    public BlockDevice disk() {
        return disk;
    }

    /**
     * Reads.
     *
     * @param position the first byte, from 0
     * @param into destination
     * @return bytes read, 0 at the end
     * @throws KernelException {@code EIO} if the disk fails or {@code EFAULT} if nothing can be stored, before anything was read
     */
    public long read(long position, MemoryWriter into) throws KernelException {
        into.limit(Math.max(0, disk.geometry().bytes() - position));
        long done = 0;
        byte[] buffer = buffer(position, into.remaining());
        while (into.remaining() > 0) {
            int skip = skip(position + done);
            int wanted = (int) Math.min(into.remaining(), buffer.length - skip);
            try {
                disk.read(sector(position + done), buffer, 0, sectors(skip + wanted));
            } catch (KernelException failure) {
                return shortOr(done, failure);
            }
            int given = into.write(buffer, skip, wanted);
            done += given;
            if (given < wanted) {
                return shortOr(done, KernelException.of(Errno.EFAULT));
            }
        }
        return done;
    }

    /**
     * Writes.
     *
     * @param position the first byte, from 0
     * @param from source
     * @return bytes written, fewer at the end
     * @throws KernelException {@code ENOSPC} at the end; {@code EPERM} if it cannot be written; {@code EIO} if the disk fails or {@code EFAULT} if nothing can be
     *     loaded, before anything was written
     */
    public long write(long position, MemoryReader from) throws KernelException {
        if (disk.geometry().readOnly()) {
            throw KernelException.of(Errno.EPERM);
        }
        if (from.remaining() > 0 && position >= disk.geometry().bytes()) {
            throw KernelException.of(Errno.ENOSPC);
        }
        from.limit(Math.max(0, disk.geometry().bytes() - position));
        long done = 0;
        byte[] buffer = buffer(position, from.remaining());
        try (var held = writing.lock()) {
            while (from.remaining() > 0) {
                int skip = skip(position + done);
                int wanted = (int) Math.min(from.remaining(), buffer.length - skip);
                int taken = from.read(buffer, skip, wanted);
                if (taken > 0) {
                    writeBlocks(sector(position + done), buffer, skip, taken);
                    done += taken;
                }
                if (taken < wanted) {
                    return shortOr(done, KernelException.of(Errno.EFAULT));
                }
            }
        } catch (KernelException failure) {
            return shortOr(done, failure);
        }
        return done;
    }

    /** Writes whole blocks, with what the disk has around the bytes that are new. */
    private void writeBlocks(long sector, byte[] buffer, int skip, int count) throws KernelException {
        int sectors = sectors(skip + count);
        if (skip > 0 || (skip + count) % blockBytes != 0) {
            byte[] around = new byte[sectors * BlockDevice.SECTOR_BYTES];
            disk.read(sector, around, 0, sectors);
            System.arraycopy(buffer, skip, around, skip, count);
            disk.write(sector, around, 0, sectors);
        } else {
            disk.write(sector, buffer, 0, sectors);
        }
    }

    private static long shortOr(long done, KernelException failure) throws KernelException {
        if (done == 0) {
            throw failure;
        }
        return done;
    }

    private byte[] buffer(long position, long bytes) {
        return new byte[sectors((int) Math.min(skip(position) + bytes, MOST_BYTES)) * BlockDevice.SECTOR_BYTES];
    }

    /** Bytes of its block that come before a position. */
    private int skip(long position) {
        return (int) (position & blockBytes - 1);
    }

    /** The first sector of the block of a position. */
    private long sector(long position) {
        return (position & -blockBytes) / BlockDevice.SECTOR_BYTES;
    }

    /** Sectors of the blocks that so many bytes need. */
    private int sectors(int bytes) {
        return (bytes + blockBytes - 1 & -blockBytes) / BlockDevice.SECTOR_BYTES;
    }
}
