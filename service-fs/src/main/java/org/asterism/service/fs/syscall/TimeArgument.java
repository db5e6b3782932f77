package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/** Decodes and encodes time-outs and signal masks of calls that wait. */
final class TimeArgument {
    private static final int BYTES = 16;
    private static final int MASK_BYTES = 8;
    private static final long NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1000;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 1;

    private TimeArgument() {
    }

    /** A {@code struct timespec} in nanoseconds; times beyond what fits are cut. */
    static long timespec(long address) throws KernelException {
        return decode(address, NANOS, 1);
    }

    /** A {@code struct timeval} in nanoseconds. */
    static long timeval(long address) throws KernelException {
        return decode(address, NANOS / NANOS_PER_MICRO, NANOS_PER_MICRO);
    }

    private static long decode(long address, long parts, long nanosPerPart) throws KernelException {
        byte[] raw = UserMemory.scratch();
        if (UserMemory.read(address, raw, 0, BYTES) < BYTES) {
            throw KernelException.of(Errno.EFAULT);
        }
        long seconds = LittleEndian.getLong(raw, 0);
        long part = LittleEndian.getLong(raw, 8);
        if (seconds < 0 || part < 0 || part >= parts && nanosPerPart == 1) {
            throw KernelException.of(Errno.EINVAL);
        }
        return Math.min(seconds, MOST_SECONDS) * NANOS + Math.min(part, NANOS) * nanosPerPart;
    }

    /** The moment some nanoseconds from now; none if it would be centuries away. */
    static long after(long nanos) {
        long now = Clock.monotonicNanos();
        return nanos > Task.NO_DEADLINE - now ? Task.NO_DEADLINE : now + nanos;
    }

    static void writeTimespec(long address, long nanos) throws KernelException {
        write(address, nanos / NANOS, nanos % NANOS);
    }

    /** Tells what is left of a time-out; address 0 for none. A fault is passed over, as Linux does. */
    static void tellRest(long address, long deadline) throws KernelException {
        if (address != 0) {
            long left = Math.max(0, deadline - Clock.monotonicNanos());
            writeTimespec(address, left);
        }
    }

    /** Like {@link #tellRest}, in microseconds. */
    static void tellRestAsTimeval(long address, long deadline) throws KernelException {
        if (address != 0) {
            long left = Math.max(0, deadline - Clock.monotonicNanos());
            write(address, left / NANOS, left % NANOS / NANOS_PER_MICRO);
        }
    }

    private static void write(long address, long seconds, long part) {
        byte[] raw = new byte[BYTES];
        LittleEndian.putLong(raw, 0, seconds);
        LittleEndian.putLong(raw, 8, part);
        UserMemory.write(address, raw, 0, BYTES);
    }

    /** Sets the mask of signals for this call; address 0 leaves it. */
    static void useMask(UserThread thread, long address, long size) throws KernelException {
        if (address == 0) {
            return;
        }
        if (size != MASK_BYTES) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] raw = UserMemory.scratch();
        if (UserMemory.read(address, raw, 0, MASK_BYTES) < MASK_BYTES) {
            throw KernelException.of(Errno.EFAULT);
        }
        thread.setTemporaryMask(LittleEndian.getLong(raw, 0));
    }
}
