package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;

/** A device of major number 1, which has no state: what is read and written depends on the device alone. Source: mem(4), null(4). */
abstract class MemoryDevice implements CharacterDevice {
    private static final int MAJOR = 1;
    private static final int CHUNK = 1 << 20;

    private final int number;
    private final String name;
    private final int permissions;

    MemoryDevice(int minor, String name, int permissions) {
        this.number = DeviceNumber.of(MAJOR, minor);
        this.name = name;
        this.permissions = permissions;
    }

    @Override
    public final int number() {
        return number;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int permissions() {
        return permissions;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) throws KernelException {
        return new Opened(this, inode, path, flags);
    }

    abstract long read(MemoryWriter into) throws KernelException;

    abstract long write(MemoryReader from) throws KernelException;

    /** What mmap(2) of the device maps. */
    MappableFile mappable() throws KernelException {
        throw KernelException.of(Errno.ENODEV);
    }

    long ioctl(int request, long argument) throws KernelException {
        throw KernelException.of(Errno.ENOTTY);
    }

    /** Fills the destination with zeroes. */
    static long giveZeroes(MemoryWriter into) throws KernelException {
        long done = 0;
        while (into.remaining() > 0) {
            int part = (int) Math.min(into.remaining(), CHUNK);
            int given = into.writeZeroes(part);
            done += given;
            if (given < part) {
                break;
            }
        }
        if (done == 0 && into.remaining() > 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return done;
    }

    private static final class Opened extends DeviceFile {
        private final MemoryDevice device;

        Opened(MemoryDevice device, Inode inode, String path, int flags) {
            super(inode, path, flags);
            this.device = device;
        }

        @Override
        public long read(UserThread thread, MemoryWriter into) throws KernelException {
            return device.read(into);
        }

        @Override
        public long write(UserThread thread, MemoryReader from) throws KernelException {
            return device.write(from);
        }

        @Override
        public long readAt(long position, MemoryWriter into) throws KernelException {
            return device.read(into);
        }

        @Override
        public long writeAt(long position, MemoryReader from) throws KernelException {
            return device.write(from);
        }

        @Override
        public MappableFile mappable() throws KernelException {
            return device.mappable();
        }

        @Override
        public long seek(long offset, int whence) {
            return 0;
        }

        @Override
        public long ioctl(UserThread thread, int request, long argument) throws KernelException {
            return device.ioctl(request, argument);
        }
    }
}
