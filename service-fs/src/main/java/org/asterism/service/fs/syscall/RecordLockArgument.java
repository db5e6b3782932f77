package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.lock.FileLocks;
import org.asterism.service.fs.lock.RecordLock;

/** Decodes {@code struct flock} and sets or finds record locks. Source: fcntl(2). */
final class RecordLockArgument {
    private RecordLockArgument() {
    }

    static long control(UserThread thread, OpenFile file, int command, long address) throws KernelException {
        byte[] raw = new byte[FileControl.FLOCK_BYTES];
        if (UserMemory.read(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        if (file.inode() == null) {
            throw KernelException.of(Errno.EINVAL);
        }
        int type = LittleEndian.getShort(raw, FileControl.FLOCK_TYPE);
        long first = first(file, raw);
        long length = LittleEndian.getLong(raw, FileControl.FLOCK_LENGTH);
        long start = length < 0 ? first + length : first;
        long end = length < 0 ? first - 1 : length == 0 ? Long.MAX_VALUE : first + length - 1;
        if (start < 0 || end < 0) {
            throw KernelException.of(start < 0 ? Errno.EINVAL : Errno.EOVERFLOW);
        }
        boolean ofFile = command >= FileControl.F_OFD_GETLK;
        if (ofFile && LittleEndian.getInt(raw, FileControl.FLOCK_PROCESS) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        Object owner = ofFile ? file : thread.files();
        int id = ofFile ? -1 : thread.process().id();
        FileLocks locks = FileLocks.of(file.inode());
        RecordLock wanted = new RecordLock(owner, id, start, end, type == FileControl.F_WRLCK);
        switch (command) {
            case FileControl.F_GETLK, FileControl.F_OFD_GETLK -> tell(locks, wanted, type, raw, address);
            default -> set(thread, file, locks, wanted, type,
                    command == FileControl.F_SETLKW || command == FileControl.F_OFD_SETLKW);
        }
        return 0;
    }

    private static long first(OpenFile file, byte[] raw) throws KernelException {
        long start = LittleEndian.getLong(raw, FileControl.FLOCK_START);
        return switch (LittleEndian.getShort(raw, FileControl.FLOCK_WHENCE)) {
            case FileControl.SEEK_SET -> start;
            case FileControl.SEEK_CUR -> start + file.seek(0, FileControl.SEEK_CUR);
            case FileControl.SEEK_END -> start + file.inode().size();
            default -> throw KernelException.of(Errno.EINVAL);
        };
    }

    private static void set(UserThread thread, OpenFile file, FileLocks locks, RecordLock wanted, int type, boolean waits)
            throws KernelException {
        int flags = file.statusFlags();
        switch (type) {
            case FileControl.F_UNLCK -> {
                locks.release(wanted.owner(), wanted.start(), wanted.end());
                return;
            }
            case FileControl.F_RDLCK -> {
                if (!OpenFlags.isReadable(flags)) {
                    throw KernelException.of(Errno.EBADF);
                }
            }
            case FileControl.F_WRLCK -> {
                if (!OpenFlags.isWritable(flags)) {
                    throw KernelException.of(Errno.EBADF);
                }
            }
            default -> throw KernelException.of(Errno.EINVAL);
        }
        locks.acquire(waits ? thread : null, wanted);
    }

    private static void tell(FileLocks locks, RecordLock wanted, int type, byte[] raw, long address)
            throws KernelException {
        if (type != FileControl.F_RDLCK && type != FileControl.F_WRLCK) {
            throw KernelException.of(Errno.EINVAL);
        }
        RecordLock found = locks.conflict(wanted);
        if (found == null) {
            LittleEndian.putShort(raw, FileControl.FLOCK_TYPE, FileControl.F_UNLCK);
        } else {
            LittleEndian.putShort(raw, FileControl.FLOCK_TYPE,
                    found.exclusive() ? FileControl.F_WRLCK : FileControl.F_RDLCK);
            LittleEndian.putShort(raw, FileControl.FLOCK_WHENCE, FileControl.SEEK_SET);
            LittleEndian.putLong(raw, FileControl.FLOCK_START, found.start());
            LittleEndian.putLong(raw, FileControl.FLOCK_LENGTH,
                    found.end() == Long.MAX_VALUE ? 0 : found.end() - found.start() + 1);
            LittleEndian.putInt(raw, FileControl.FLOCK_PROCESS, found.processId());
        }
        if (UserMemory.write(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
    }
}
