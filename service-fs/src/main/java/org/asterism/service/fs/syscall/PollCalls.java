package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.task.Task;
import org.asterism.service.fs.poll.PollWait;
import org.asterism.service.fs.table.DescriptorTable;
import org.osgi.service.component.annotations.Component;

/** Waiting for descriptors: poll(2), select(2). */
@Component(service = SyscallProvider.class)
public final class PollCalls implements SyscallProvider {

    private static final int POLL_BYTES = 8;
    private static final int EVENTS = 4;
    private static final int RESULTS = 6;
    private static final int SELECT_READ = PollEvents.READABLE | PollEvents.POLLRDBAND | PollEvents.POLLHUP | PollEvents.POLLERR;
    private static final int SELECT_WRITE = PollEvents.WRITABLE | PollEvents.POLLWRBAND | PollEvents.POLLERR;
    private static final int SELECT_EXCEPT = PollEvents.POLLPRI;

    /**
     * The family.
     */
    public PollCalls() {
    }

    /** poll(2). */
    @Syscall("poll")
    public long poll(UserThread thread, long descriptors, int count, int timeoutMillis) throws KernelException {
        return poll(thread, descriptors, count,
                timeoutMillis < 0 ? Task.NO_DEADLINE : TimeArgument.after(timeoutMillis * 1_000_000L));
    }

    /** ppoll(2). */
    @Syscall("ppoll")
    public long ppoll(UserThread thread, long descriptors, int count, long timeout, long mask, long maskSize)
            throws KernelException {
        long deadline = timeout == 0 ? Task.NO_DEADLINE : TimeArgument.after(TimeArgument.timespec(timeout));
        TimeArgument.useMask(thread, mask, maskSize);
        long ready = poll(thread, descriptors, count, deadline);
        TimeArgument.tellRest(timeout, deadline);
        return ready;
    }

    private static long poll(UserThread thread, long address, int count, long deadline) throws KernelException {
        if (count < 0 || count > DescriptorTable.currentLimit()) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] raw = new byte[count * POLL_BYTES];
        if (UserMemory.read(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        try (PollWait wait = PollWait.begin()) {
            int ready = pass(thread, raw, wait);
            while (ready == 0 && wait.sleep(thread, deadline)) {
                ready = pass(thread, raw, null);
            }
            if (UserMemory.write(address, raw, 0, raw.length) < raw.length) {
                throw KernelException.of(Errno.EFAULT);
            }
            return ready;
        }
    }

    private static int pass(UserThread thread, byte[] raw, PollWait wait) {
        int ready = 0;
        PollWait registering = wait;
        for (int at = 0; at < raw.length; at += POLL_BYTES) {
            int descriptor = LittleEndian.getInt(raw, at);
            int wanted = LittleEndian.getShort(raw, at + EVENTS);
            int found = descriptor < 0 ? 0 : events(thread, descriptor, registering)
                    & (wanted | PollEvents.POLLERR | PollEvents.POLLHUP | PollEvents.POLLNVAL);
            LittleEndian.putShort(raw, at + RESULTS, found);
            if (found != 0) {
                ready++;
                registering = null;
            }
        }
        return ready;
    }

    private static int events(UserThread thread, int descriptor, PollWait wait) {
        try {
            OpenFile file = thread.files().get(descriptor);
            return (file.statusFlags() & OpenFlags.O_PATH) != 0 ? PollEvents.POLLNVAL : file.poll(wait);
        } catch (KernelException closed) {
            return PollEvents.POLLNVAL;
        }
    }

    /** select(2). */
    @Syscall("select")
    public long select(UserThread thread, int count, long reads, long writes, long excepts, long timeout)
            throws KernelException {
        long deadline = timeout == 0 ? Task.NO_DEADLINE : TimeArgument.after(TimeArgument.timeval(timeout));
        long ready = selectUntil(thread, count, reads, writes, excepts, deadline);
        TimeArgument.tellRestAsTimeval(timeout, deadline);
        return ready;
    }

    /** pselect6(2): the last argument points to the address and size of a signal mask. */
    @Syscall("pselect6")
    public long pselect6(UserThread thread, int count, long reads, long writes, long excepts, long timeout, long maskPair)
            throws KernelException {
        long deadline = timeout == 0 ? Task.NO_DEADLINE : TimeArgument.after(TimeArgument.timespec(timeout));
        if (maskPair != 0) {
            byte[] raw = new byte[16];
            if (UserMemory.read(maskPair, raw, 0, raw.length) < raw.length) {
                throw KernelException.of(Errno.EFAULT);
            }
            TimeArgument.useMask(thread, LittleEndian.getLong(raw, 0), LittleEndian.getLong(raw, 8));
        }
        long ready = selectUntil(thread, count, reads, writes, excepts, deadline);
        TimeArgument.tellRest(timeout, deadline);
        return ready;
    }

    private static long selectUntil(UserThread thread, int given, long reads, long writes, long excepts, long deadline)
            throws KernelException {
        if (given < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        int count = Math.min(given, ((DescriptorTable) thread.files()).capacity());
        byte[][] wanted = {set(reads, count), set(writes, count), set(excepts, count)};
        byte[][] found = {new byte[wanted[0].length], new byte[wanted[1].length], new byte[wanted[2].length]};
        int ready;
        try (PollWait wait = PollWait.begin()) {
            ready = pass(thread, count, wanted, found, wait);
            while (ready == 0 && wait.sleep(thread, deadline)) {
                ready = pass(thread, count, wanted, found, null);
            }
        }
        put(reads, found[0]);
        put(writes, found[1]);
        put(excepts, found[2]);
        return ready;
    }

    private static int pass(UserThread thread, int count, byte[][] wanted, byte[][] found, PollWait wait)
            throws KernelException {
        int ready = 0;
        for (int descriptor = 0; descriptor < count; descriptor++) {
            boolean isWanted = has(wanted[0], descriptor) || has(wanted[1], descriptor) || has(wanted[2], descriptor);
            if (!isWanted) {
                continue;
            }
            int events = thread.files().get(descriptor).poll(ready == 0 ? wait : null);
            ready += mark(wanted[0], found[0], descriptor, events & SELECT_READ);
            ready += mark(wanted[1], found[1], descriptor, events & SELECT_WRITE);
            ready += mark(wanted[2], found[2], descriptor, events & SELECT_EXCEPT);
        }
        return ready;
    }

    private static boolean has(byte[] set, int descriptor) {
        return set.length > 0 && (set[descriptor >>> 3] & 1 << (descriptor & 7)) != 0;
    }

    private static int mark(byte[] wanted, byte[] found, int descriptor, int events) {
        if (events == 0 || !has(wanted, descriptor)) {
            return 0;
        }
        found[descriptor >>> 3] |= (byte) (1 << (descriptor & 7));
        return 1;
    }

    /** A set as whole 64-bit words; empty if there is none. */
    private static byte[] set(long address, int count) throws KernelException {
        byte[] raw = new byte[address == 0 ? 0 : (count + 63) / 64 * 8];
        if (UserMemory.read(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return raw;
    }

    private static void put(long address, byte[] raw) throws KernelException {
        if (UserMemory.write(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
    }
}
