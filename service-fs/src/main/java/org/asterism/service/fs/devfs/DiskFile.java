package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.ControlRequests;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.block.BlockGeometry;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.sync.Mutex;
import org.asterism.service.fs.disk.DiskBytes;

/** An open disk: a position over its bytes. It does not grow, so that O_APPEND means nothing, as on Linux. Source: sd(4), lseek(2), fs.h (BLK…). */
final class DiskFile extends DeviceFile {
    private final DiskBytes bytes;
    private final Mutex positionLock = new Mutex();
    private long position;

    DiskFile(DiskBytes bytes, Inode inode, String path, int flags) {
        super(inode, path, flags);
        this.bytes = bytes;
    }

    @Override
    @SlowPath("a disk is waited for")
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        try (var held = positionLock.lock()) {
            long done = bytes.read(position, into);
            position += done;
            return done;
        }
    }

    @Override
    @SlowPath("a disk is waited for")
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        try (var held = positionLock.lock()) {
            long done = bytes.write(position, from);
            position += done;
            return done;
        }
    }

    @Override
    @SlowPath("a disk is waited for")
    public long readAt(long at, MemoryWriter into) throws KernelException {
        return bytes.read(checked(at), into);
    }

    @Override
    @SlowPath("a disk is waited for")
    public long writeAt(long at, MemoryReader from) throws KernelException {
        return bytes.write(checked(at), from);
    }

    @Override
    public long seek(long offset, int whence) throws KernelException {
        try (var held = positionLock.lock()) {
            long base = switch (whence) {
                case FileControl.SEEK_SET -> 0;
                case FileControl.SEEK_CUR -> position;
                case FileControl.SEEK_END -> geometry().bytes();
                default -> throw KernelException.of(Errno.EINVAL);
            };
            long target = checked(base + offset);
            if (target > geometry().bytes()) {
                throw KernelException.of(Errno.EINVAL);
            }
            position = target;
            return target;
        }
    }

    @Override
    public void synchronize() throws KernelException {
        bytes.disk().flush();
    }

    @Override
    public long ioctl(UserThread thread, int request, long argument) throws KernelException {
        switch (request) {
            case ControlRequests.BLKGETSIZE64 -> give(argument, geometry().bytes(), Long.BYTES);
            case ControlRequests.BLKGETSIZE -> give(argument, geometry().sectors(), Long.BYTES);
            case ControlRequests.BLKSSZGET, ControlRequests.BLKPBSZGET, ControlRequests.BLKIOMIN -> give(argument, geometry().blockBytes(), Integer.BYTES);
            case ControlRequests.BLKBSZGET -> give(argument, pageBytes(), Integer.BYTES);
            case ControlRequests.BLKROGET -> give(argument, geometry().readOnly() ? 1 : 0, Integer.BYTES);
            case ControlRequests.BLKFLSBUF -> flush(thread);
            default -> throw KernelException.of(Errno.ENOTTY);
        }
        return 0;
    }

    /** The largest power of two up to a page that divides the disk: what Linux would keep data in, of which nothing is kept here. */
    private int pageBytes() {
        int most = (int) Math.min(PageSize.BYTES, Long.lowestOneBit(geometry().bytes() | PageSize.BYTES));
        return Math.max(most, geometry().blockBytes());
    }

    private void flush(UserThread thread) throws KernelException {
        if (!thread.credentials().isPrivileged()) {
            throw KernelException.of(Errno.EACCES);
        }
        synchronize();
    }

    private static void give(long address, long value, int count) throws KernelException {
        byte[] raw = new byte[Long.BYTES];
        LittleEndian.putLong(raw, 0, value);
        if (UserMemory.write(address, raw, 0, count) < count) {
            throw KernelException.of(Errno.EFAULT);
        }
    }

    private BlockGeometry geometry() {
        return bytes.disk().geometry();
    }

    private static long checked(long at) throws KernelException {
        if (at < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return at;
    }
}
