package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Poller;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;
import org.asterism.service.fs.devfs.DeviceFile;

/** An open file of {@code /proc}: reading from the start makes the text anew, going on reads the same text. */
final class ProcOpenFile extends DeviceFile {
    private static final int MOST_WRITTEN = 4096;

    private final ProcFile file;
    private final Mutex lock;
    private byte[] text;
    private long position;

    ProcOpenFile(ProcFile file, String path, int flags) {
        this(new Mutex(), file, path, flags);
    }

    private ProcOpenFile(Mutex lock, ProcFile file, String path, int flags) {
        super(file, path, flags);
        this.lock = lock;
        this.file = file;
    }

    @Override
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        try (var held = lock.lock()) {
            long done = readLocked(position, into);
            position += done;
            return done;
        }
    }

    @Override
    public long readAt(long at, MemoryWriter into) throws KernelException {
        try (var held = lock.lock()) {
            return readLocked(at, into);
        }
    }

    private long readLocked(long at, MemoryWriter into) throws KernelException {
        if (at == 0 || text == null) {
            makeText();
        }
        long left = Math.min(into.remaining(), text.length - at);
        if (left <= 0) {
            return 0;
        }
        int given = into.write(text, (int) at, (int) left);
        if (given == 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return given;
    }

    @SlowPath("the text of a file of /proc is made when its reading begins")
    private void makeText() throws KernelException {
        // short-lived: also one who looks for where memory went is to get it
        try (var assured = Allocation.assured()) {
            text = file.text();
        }
    }

    @Override
    public long writeAt(long at, MemoryReader from) throws KernelException {
        return write(null, from);
    }

    @Override
    @SlowPath("a setting is written")
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        long length = Math.min(from.remaining(), MOST_WRITTEN);
        // a setting is taken also when memory is short, and setting fail-nth is not counted by it
        try (var assured = Allocation.assured()) {
            byte[] bytes = new byte[(int) length];
            if (from.read(bytes, 0, bytes.length) < bytes.length) {
                throw KernelException.of(Errno.EFAULT);
            }
            file.write(bytes);
        }
        return length;
    }

    @Override
    public long seek(long offset, int whence) throws KernelException {
        try (var held = lock.lock()) {
            long target = switch (whence) {
                case FileControl.SEEK_SET -> offset;
                case FileControl.SEEK_CUR -> position + offset;
                default -> throw KernelException.of(Errno.EINVAL);
            };
            if (target < 0) {
                throw KernelException.of(Errno.EINVAL);
            }
            position = target;
            return target;
        }
    }

    @Override
    public int poll(Poller poller) {
        return PollEvents.READABLE | PollEvents.WRITABLE;
    }
}
