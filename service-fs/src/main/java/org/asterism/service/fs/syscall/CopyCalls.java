package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.ArrayReader;
import org.asterism.ostd.mm.ArrayWriter;
import org.asterism.ostd.mm.UserMemory;
import org.osgi.service.component.annotations.Component;

/** From file to file within the kernel: sendfile(2), copy_file_range(2). */
@Component(service = SyscallProvider.class)
public final class CopyCalls implements SyscallProvider {

    private static final int CHUNK = 1 << 15;
    private static final long MOST = 0x7ffff000L;

    /**
     * The family.
     */
    public CopyCalls() {
    }

    /** sendfile(2). */
    @Syscall("sendfile")
    public long sendfile(UserThread thread, int to, int from, long offset, long count) throws KernelException {
        if (offset != 0) {
            position(offset); // a bad address comes before all else
        }
        OpenFile source = ReadWriteCalls.readable(thread, from);
        try {
            OpenFile sink = ReadWriteCalls.writable(thread, to);
            try {
                checkSource(source);
                if ((sink.statusFlags() & OpenFlags.O_APPEND) != 0) {
                    throw KernelException.of(Errno.EINVAL);
                }
                return copy(thread, source, offset, sink, 0, count);
            } finally {
                sink.release();
            }
        } finally {
            source.release();
        }
    }

    /** copy_file_range(2). */
    @Syscall("copy_file_range")
    public long copyFileRange(UserThread thread, int from, long fromOffset, int to, long toOffset, long count)
            throws KernelException {
        OpenFile source = ReadWriteCalls.readable(thread, from);
        try {
            OpenFile sink = ReadWriteCalls.writable(thread, to);
            try {
                checkSource(source);
                checkSource(sink);
                if ((sink.statusFlags() & OpenFlags.O_APPEND) != 0) {
                    throw KernelException.of(Errno.EBADF);
                }
                return copy(thread, source, fromOffset, sink, toOffset, count);
            } finally {
                sink.release();
            }
        } finally {
            source.release();
        }
    }

    private static void checkSource(OpenFile file) throws KernelException {
        if (file.inode() == null || !file.inode().isRegular()) {
            throw KernelException.of(file.inode() != null && file.inode().isDirectory() ? Errno.EISDIR : Errno.EINVAL);
        }
    }

    /** Copies from one file to the other; addresses of positions are 0 for the files' own. */
    private static long copy(UserThread thread, OpenFile source, long fromOffset, OpenFile sink, long toOffset, long count)
            throws KernelException {
        if (count < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        long from = fromOffset == 0 ? Answers.seek(source, 0, FileControl.SEEK_CUR) : position(fromOffset);
        long to = toOffset == 0 ? 0 : position(toOffset);
        long left = Math.min(count, MOST);
        long done = 0;
        byte[] chunk = new byte[(int) Math.min(CHUNK, left)];
        try {
            while (left > 0) {
                int part = (int) Math.min(chunk.length, left);
                int got = (int) Answers.readAt(source, from + done, new ArrayWriter(chunk, 0, part));
                if (got == 0) {
                    break;
                }
                ArrayReader bytes = new ArrayReader(chunk, 0, got);
                long put = toOffset == 0 ? Answers.write(sink, thread, bytes) : Answers.writeAt(sink, to + done, bytes);
                done += put;
                left -= put;
                if (put < got) {
                    break;
                }
            }
        } catch (KernelException | OutOfMemoryError failure) {
            if (done == 0) {
                throw failure;
            }
        }
        Allocation.commit();
        if (fromOffset == 0) {
            source.seek(from + done, FileControl.SEEK_SET);
        } else {
            setPosition(fromOffset, from + done);
        }
        if (toOffset != 0) {
            setPosition(toOffset, to + done);
        }
        return done;
    }

    private static long position(long address) throws KernelException {
        byte[] raw = new byte[8];
        if (UserMemory.read(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        long value = LittleEndian.getLong(raw, 0);
        if (value < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return value;
    }

    private static void setPosition(long address, long value) throws KernelException {
        byte[] raw = new byte[8];
        LittleEndian.putLong(raw, 0, value);
        if (UserMemory.write(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
    }
}
