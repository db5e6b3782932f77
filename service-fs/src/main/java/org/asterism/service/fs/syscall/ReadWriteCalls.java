package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.effect.FastPath;
import org.asterism.ostd.mm.UserReader;
import org.asterism.ostd.mm.UserWriter;
import org.asterism.ostd.mm.VmSpace;
import org.osgi.service.component.annotations.Component;

/** Reading and writing one file. */
@Component(service = SyscallProvider.class)
public final class ReadWriteCalls implements SyscallProvider {
    /** The most that one call transfers, as Linux limits it. */
    private static final long MOST = 0x7ffff000L;

    /** The family. */
    public ReadWriteCalls() {
    }

    /**
     * read(2).
     *
     * @param thread the caller
     * @param descriptor from where
     * @param buffer user address
     * @param length of the buffer
     * @return bytes read
     * @throws KernelException as read(2)
     */
    @Syscall("read")
    @FastPath
    public long read(UserThread thread, int descriptor, long buffer, long length) throws KernelException {
        OpenFile file = readable(thread, descriptor);
        try (UserWriter into = UserWriter.borrow(buffer, checked(buffer, length))) {
            return Answers.read(file, thread, into);
        } finally {
            file.release();
        }
    }

    /**
     * write(2).
     *
     * @param thread the caller
     * @param descriptor to where
     * @param buffer user address
     * @param length of the buffer
     * @return bytes written
     * @throws KernelException as write(2)
     */
    @Syscall("write")
    @FastPath
    public long write(UserThread thread, int descriptor, long buffer, long length) throws KernelException {
        OpenFile file = writable(thread, descriptor);
        try (UserReader from = UserReader.borrow(buffer, checked(buffer, length))) {
            return Answers.write(file, thread, from);
        } finally {
            file.release();
        }
    }

    /**
     * pread(2).
     *
     * @param thread the caller
     * @param descriptor from where
     * @param buffer user address
     * @param length of the buffer
     * @param position in the file
     * @return bytes read
     * @throws KernelException as pread(2)
     */
    @Syscall("pread64")
    public long pread(UserThread thread, int descriptor, long buffer, long length, long position) throws KernelException {
        OpenFile file = readable(thread, descriptor);
        try (UserWriter into = UserWriter.borrow(buffer, checked(buffer, length))) {
            return Answers.readAt(file, checkedPosition(position), into);
        } finally {
            file.release();
        }
    }

    /**
     * pwrite(2).
     *
     * @param thread the caller
     * @param descriptor to where
     * @param buffer user address
     * @param length of the buffer
     * @param position in the file
     * @return bytes written
     * @throws KernelException as pwrite(2)
     */
    @Syscall("pwrite64")
    public long pwrite(UserThread thread, int descriptor, long buffer, long length, long position) throws KernelException {
        OpenFile file = writable(thread, descriptor);
        try (UserReader from = UserReader.borrow(buffer, checked(buffer, length))) {
            return Answers.writeAt(file, checkedPosition(position), from);
        } finally {
            file.release();
        }
    }

    /**
     * readv(2).
     *
     * @param thread the caller
     * @param descriptor from where
     * @param vector user address of struct iovec
     * @param count how many
     * @return bytes read
     * @throws KernelException as readv(2)
     */
    @Syscall("readv")
    public long readv(UserThread thread, int descriptor, long vector, int count) throws KernelException {
        return preadv2(thread, descriptor, vector, count, -1, 0, 0);
    }

    /**
     * writev(2).
     *
     * @param thread the caller
     * @param descriptor to where
     * @param vector user address of struct iovec
     * @param count how many
     * @return bytes written
     * @throws KernelException as writev(2)
     */
    @Syscall("writev")
    public long writev(UserThread thread, int descriptor, long vector, int count) throws KernelException {
        return pwritev2(thread, descriptor, vector, count, -1, 0, 0);
    }

    /**
     * preadv(2).
     *
     * @param thread the caller
     * @param descriptor from where
     * @param vector user address of struct iovec
     * @param count how many
     * @param position in the file
     * @return bytes read
     * @throws KernelException as preadv(2)
     */
    @Syscall("preadv")
    public long preadv(UserThread thread, int descriptor, long vector, int count, long position) throws KernelException {
        return preadv2(thread, descriptor, vector, count, checkedPosition(position), 0, 0);
    }

    /**
     * pwritev(2).
     *
     * @param thread the caller
     * @param descriptor to where
     * @param vector user address of struct iovec
     * @param count how many
     * @param position in the file
     * @return bytes written
     * @throws KernelException as pwritev(2)
     */
    @Syscall("pwritev")
    public long pwritev(UserThread thread, int descriptor, long vector, int count, long position) throws KernelException {
        return pwritev2(thread, descriptor, vector, count, checkedPosition(position), 0, 0);
    }

    /**
     * preadv2(2).
     *
     * @param thread the caller
     * @param descriptor from where
     * @param vector user address of struct iovec
     * @param count how many
     * @param position in the file; −1 for the file's own
     * @param high always 0 on 64-bit machines
     * @param flags RWF_*
     * @return bytes read
     * @throws KernelException as preadv2(2)
     */
    @Syscall("preadv2")
    public long preadv2(UserThread thread, int descriptor, long vector, int count, long position, long high, int flags)
            throws KernelException {
        checkFlags(flags);
        OpenFile file = readable(thread, descriptor);
        try {
            UserWriter into = new UserWriter(IoVectorArgument.decode(vector, count, MOST));
            return position == -1 ? Answers.read(file, thread, into) : Answers.readAt(file, checkedPosition(position), into);
        } finally {
            file.release();
        }
    }

    /**
     * pwritev2(2).
     *
     * @param thread the caller
     * @param descriptor to where
     * @param vector user address of struct iovec
     * @param count how many
     * @param position in the file; −1 for the file's own
     * @param high always 0 on 64-bit machines
     * @param flags RWF_*
     * @return bytes written
     * @throws KernelException as pwritev2(2)
     */
    @Syscall(value = "pwritev2", partial = "RWF_APPEND is refused with EOPNOTSUPP")
    public long pwritev2(UserThread thread, int descriptor, long vector, int count, long position, long high, int flags)
            throws KernelException {
        checkFlags(flags);
        if ((flags & FileControl.RWF_APPEND) != 0) {
            throw KernelException.of(Errno.EOPNOTSUPP);
        }
        OpenFile file = writable(thread, descriptor);
        try {
            UserReader from = new UserReader(IoVectorArgument.decode(vector, count, MOST));
            return position == -1 ? Answers.write(file, thread, from) : Answers.writeAt(file, checkedPosition(position), from);
        } finally {
            file.release();
        }
    }

    /**
     * lseek(2).
     *
     * @param thread the caller
     * @param descriptor of which file
     * @param offset bytes
     * @param whence SEEK_*
     * @return the new position
     * @throws KernelException as lseek(2)
     */
    @Syscall("lseek")
    public long lseek(UserThread thread, int descriptor, long offset, int whence) throws KernelException {
        OpenFile file = thread.files().get(descriptor);
        if ((file.statusFlags() & OpenFlags.O_PATH) != 0) {
            throw KernelException.of(Errno.EBADF);
        }
        return Answers.seek(file, offset, whence);
    }

    /**
     * Finds a file to read from.
     *
     * @param thread the caller
     * @param descriptor which
     * @return to be released
     * @throws KernelException {@code EBADF} if it was not opened for reading
     */
    static OpenFile readable(UserThread thread, int descriptor) throws KernelException {
        OpenFile file = thread.files().acquire(descriptor);
        if (!OpenFlags.isReadable(file.statusFlags())) {
            file.release();
            throw KernelException.of(Errno.EBADF);
        }
        return file;
    }

    /**
     * Finds a file to write to.
     *
     * @param thread the caller
     * @param descriptor which
     * @return to be released
     * @throws KernelException {@code EBADF} if it was not opened for writing
     */
    static OpenFile writable(UserThread thread, int descriptor) throws KernelException {
        OpenFile file = thread.files().acquire(descriptor);
        if (!OpenFlags.isWritable(file.statusFlags())) {
            file.release();
            throw KernelException.of(Errno.EBADF);
        }
        return file;
    }

    /** Addresses past those of programs are refused before anything else is looked at, even where no byte would be touched. */
    private static long checked(long buffer, long length) throws KernelException {
        if (buffer < 0 || length < 0 || buffer > VmSpace.maximumAddress() - length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return Math.min(length, MOST);
    }

    private static long checkedPosition(long position) throws KernelException {
        if (position < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return position;
    }

    private static void checkFlags(int flags) throws KernelException {
        if ((flags & ~FileControl.RWF_SUPPORTED) != 0) {
            throw KernelException.of(Errno.EOPNOTSUPP);
        }
    }
}
