package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.ControlRequests;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.lock.FileLocks;
import org.asterism.service.fs.pipe.PipeEnd;
import org.asterism.service.fs.pipe.Pipes;
import org.asterism.service.fs.table.DescriptorTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Descriptors and open files: dup(2), fcntl(2), ioctl(2), pipe(2), flock(2). */
@Component(service = SyscallProvider.class)
public final class DescriptorCalls implements SyscallProvider {

    private static final int NONE = -1;
    private static final int PIPE_FLAGS = OpenFlags.O_CLOEXEC | OpenFlags.O_NONBLOCK | OpenFlags.O_DIRECT;

    private final Pipes pipes;

    /**
     * The family.
     *
     * @param pipes makes pipes
     */
    @Activate
    public DescriptorCalls(@Reference Pipes pipes) {
        this.pipes = pipes;
    }

    /** dup(2). */
    @Syscall("dup")
    public long dup(UserThread thread, int descriptor) throws KernelException {
        return thread.files().add(thread.files().acquire(descriptor), 0, false);
    }

    /** dup2(2). */
    @Syscall("dup2")
    public long dup2(UserThread thread, int from, int to) throws KernelException {
        if (from == to) {
            thread.files().get(from);
            return to;
        }
        table(thread).replace(thread.files().acquire(from), to, false);
        return to;
    }

    /** dup3(2). */
    @Syscall("dup3")
    public long dup3(UserThread thread, int from, int to, int flags) throws KernelException {
        if (from == to || (flags & ~OpenFlags.O_CLOEXEC) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        table(thread).replace(thread.files().acquire(from), to, flags != 0);
        return to;
    }

    /** fcntl(2). */
    @Syscall(value = "fcntl", partial = "signals (F_SETOWN, F_SETSIG), leases, seals and notification are refused with EINVAL")
    public long fcntl(UserThread thread, int descriptor, int command, long argument) throws KernelException {
        DescriptorTable table = table(thread);
        OpenFile file = table.get(descriptor);
        boolean isPlace = (file.statusFlags() & OpenFlags.O_PATH) != 0;
        switch (command) {
            case FileControl.F_DUPFD, FileControl.F_DUPFD_CLOEXEC -> {
                if (argument < 0 || argument >= DescriptorTable.currentLimit()) {
                    throw KernelException.of(Errno.EINVAL);
                }
                return table.add(table.acquire(descriptor), (int) argument, command == FileControl.F_DUPFD_CLOEXEC);
            }
            case FileControl.F_GETFD -> {
                return table.isCloseOnExec(descriptor) ? FileControl.FD_CLOEXEC : 0;
            }
            case FileControl.F_SETFD -> {
                table.setCloseOnExec(descriptor, (argument & FileControl.FD_CLOEXEC) != 0);
                return 0;
            }
            case FileControl.F_GETFL -> {
                return file.statusFlags();
            }
            default -> {
                if (isPlace) {
                    throw KernelException.of(Errno.EBADF);
                }
                return control(thread, file, command, argument);
            }
        }
    }

    private static long control(UserThread thread, OpenFile file, int command, long argument) throws KernelException {
        switch (command) {
            case FileControl.F_SETFL -> {
                int kept = file.statusFlags() & ~OpenFlags.SETTABLE;
                file.setStatusFlags(kept | (int) argument & OpenFlags.SETTABLE);
                return 0;
            }
            case FileControl.F_GETLK, FileControl.F_OFD_GETLK, FileControl.F_SETLK, FileControl.F_SETLKW,
                    FileControl.F_OFD_SETLK, FileControl.F_OFD_SETLKW -> {
                return RecordLockArgument.control(thread, file, command, argument);
            }
            case FileControl.F_GETPIPE_SZ -> {
                return pipe(file).capacity();
            }
            case FileControl.F_SETPIPE_SZ -> {
                return pipe(file).resize((int) argument);
            }
            case FileControl.F_GETOWN -> {
                return 0;
            }
            default -> throw KernelException.of(Errno.EINVAL);
        }
    }

    private static PipeEnd pipe(OpenFile file) throws KernelException {
        if (file instanceof PipeEnd end) {
            return end;
        }
        throw KernelException.of(Errno.EBADF);
    }

    /** flock(2). */
    @Syscall("flock")
    public long flock(UserThread thread, int descriptor, int operation) throws KernelException {
        OpenFile file = thread.files().acquire(descriptor);
        try {
            if ((file.statusFlags() & OpenFlags.O_PATH) != 0 || file.inode() == null) {
                throw KernelException.of(Errno.EBADF);
            }
            FileLocks locks = FileLocks.of(file.inode());
            UserThread waiting = (operation & FileControl.LOCK_NB) == 0 ? thread : null;
            switch (operation & ~FileControl.LOCK_NB) {
                case FileControl.LOCK_SH -> locks.lockWhole(waiting, file, false);
                case FileControl.LOCK_EX -> locks.lockWhole(waiting, file, true);
                case FileControl.LOCK_UN -> locks.unlockWhole(file);
                default -> throw KernelException.of(Errno.EINVAL);
            }
            return 0;
        } finally {
            file.release();
        }
    }

    /** ioctl(2). */
    @Syscall("ioctl")
    public long ioctl(UserThread thread, int descriptor, int request, long argument) throws KernelException {
        OpenFile file = thread.files().acquire(descriptor);
        try {
            if ((file.statusFlags() & OpenFlags.O_PATH) != 0) {
                throw KernelException.of(Errno.EBADF);
            }
            switch (request) {
                case ControlRequests.FIOCLEX, ControlRequests.FIONCLEX -> {
                    table(thread).setCloseOnExec(descriptor, request == ControlRequests.FIOCLEX);
                    return 0;
                }
                case ControlRequests.FIONBIO -> {
                    setFlag(file, OpenFlags.O_NONBLOCK, argument);
                    return 0;
                }
                case ControlRequests.FIOASYNC -> {
                    setFlag(file, OpenFlags.O_ASYNC, argument);
                    return 0;
                }
                default -> {
                    return file.ioctl(thread, request, argument);
                }
            }
        } finally {
            file.release();
        }
    }

    private static void setFlag(OpenFile file, int flag, long address) throws KernelException {
        byte[] raw = new byte[4];
        if (UserMemory.read(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        int without = file.statusFlags() & ~flag;
        file.setStatusFlags(LittleEndian.getInt(raw, 0) == 0 ? without : without | flag);
    }

    /** pipe(2). */
    @Syscall("pipe")
    public long pipe(UserThread thread, long descriptors) throws KernelException {
        return pipe2(thread, descriptors, 0);
    }

    /** pipe2(2). */
    @Syscall(value = "pipe2", partial = "O_DIRECT (packets) is refused with EINVAL")
    public long pipe2(UserThread thread, long descriptors, int flags) throws KernelException {
        if ((flags & ~PIPE_FLAGS) != 0 || (flags & OpenFlags.O_DIRECT) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        boolean onExec = (flags & OpenFlags.O_CLOEXEC) != 0;
        byte[] raw = new byte[8];
        Pipes.Ends ends = pipes.create(thread.credentials(), flags & OpenFlags.O_NONBLOCK);
        int reading = NONE;
        int writing = NONE;
        boolean told = false;
        try {
            reading = thread.files().add(ends.reading(), 0, onExec);
            writing = thread.files().add(ends.writing(), 0, onExec);
            LittleEndian.putInt(raw, 0, reading);
            LittleEndian.putInt(raw, 4, writing);
            if (UserMemory.write(descriptors, raw, 0, raw.length) < raw.length) {
                throw KernelException.of(Errno.EFAULT);
            }
            told = true;
            return 0;
        } finally {
            if (!told) {
                withdraw(thread, ends, reading, writing);
            }
        }
    }

    /** Takes a pipe back: an end that was to be added and could not is closed already. */
    private static void withdraw(UserThread thread, Pipes.Ends ends, int reading, int writing) throws KernelException {
        if (reading == NONE) {
            ends.writing().release();
            return;
        }
        thread.files().close(reading);
        if (writing != NONE) {
            thread.files().close(writing);
        }
    }

    private static DescriptorTable table(UserThread thread) {
        return (DescriptorTable) thread.files();
    }
}
