package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.proc.loader.Latin1;

/** Copies arguments of system calls, whole or not at all. */
final class UserData {
    /** Longest path, its end included. */
    private static final int PATH_BYTES = 4096;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICROSECOND = 1_000L;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND;

    private UserData() {
    }

    static byte[] read(long address, int length) throws KernelException {
        byte[] bytes = new byte[length];
        if (UserMemory.read(address, bytes, 0, length) < length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return bytes;
    }

    static void write(long address, byte[] bytes) throws KernelException {
        if (UserMemory.write(address, bytes, 0, bytes.length) < bytes.length) {
            throw KernelException.of(Errno.EFAULT);
        }
    }

    static long readLong(long address) throws KernelException {
        return LittleEndian.getLong(read(address, 8), 0);
    }

    static void writeInt(long address, int value) throws KernelException {
        byte[] bytes = new byte[4];
        LittleEndian.putInt(bytes, 0, value);
        write(address, bytes);
    }

    static void writeLong(long address, long value) throws KernelException {
        byte[] bytes = new byte[8];
        LittleEndian.putLong(bytes, 0, value);
        write(address, bytes);
    }

    /**
     * Reads a signal set.
     *
     * @throws KernelException {@code EINVAL} unless its size is 8
     */
    static long readSignalSet(long address, long size) throws KernelException {
        if (size != 8) {
            throw KernelException.of(Errno.EINVAL);
        }
        return readLong(address);
    }

    static String readPath(long address) throws KernelException {
        byte[] bytes = new byte[PATH_BYTES];
        int length = UserMemory.readString(address, bytes);
        if (length < 0) {
            throw KernelException.of(length == -1 ? Errno.EFAULT : Errno.ENAMETOOLONG);
        }
        return Latin1.decode(bytes, 0, length);
    }

    /**
     * Reads a {@code struct timespec}.
     *
     * @return nanoseconds; very long times are cut
     * @throws KernelException {@code EFAULT}; {@code EINVAL} if it is negative or not normal
     */
    static long readTimespec(long address) throws KernelException {
        byte[] bytes = UserMemory.scratch();
        if (UserMemory.read(address, bytes, 0, 16) < 16) {
            throw KernelException.of(Errno.EFAULT);
        }
        return timespec(bytes, 0);
    }

    static long timespec(byte[] bytes, int at) throws KernelException {
        long seconds = LittleEndian.getLong(bytes, at);
        long nanos = LittleEndian.getLong(bytes, at + 8);
        if (seconds < 0 || nanos < 0 || nanos >= NANOS_PER_SECOND) {
            throw KernelException.of(Errno.EINVAL);
        }
        return seconds >= MOST_SECONDS ? Long.MAX_VALUE : seconds * NANOS_PER_SECOND + nanos;
    }

    static void putTimespec(byte[] bytes, int at, long nanos) {
        LittleEndian.putLong(bytes, at, nanos / NANOS_PER_SECOND);
        LittleEndian.putLong(bytes, at + 8, nanos % NANOS_PER_SECOND);
    }

    static void writeTimespec(long address, long nanos) throws KernelException {
        byte[] bytes = new byte[16];
        putTimespec(bytes, 0, nanos);
        write(address, bytes);
    }

    static long timeval(byte[] bytes, int at) throws KernelException {
        long seconds = LittleEndian.getLong(bytes, at);
        long micros = LittleEndian.getLong(bytes, at + 8);
        if (seconds < 0 || micros < 0 || micros >= NANOS_PER_SECOND / NANOS_PER_MICROSECOND) {
            throw KernelException.of(Errno.EINVAL);
        }
        return seconds >= MOST_SECONDS ? Long.MAX_VALUE : seconds * NANOS_PER_SECOND + micros * NANOS_PER_MICROSECOND;
    }

    static void putTimeval(byte[] bytes, int at, long nanos) {
        LittleEndian.putLong(bytes, at, nanos / NANOS_PER_SECOND);
        LittleEndian.putLong(bytes, at + 8, nanos % NANOS_PER_SECOND / NANOS_PER_MICROSECOND);
    }
}
