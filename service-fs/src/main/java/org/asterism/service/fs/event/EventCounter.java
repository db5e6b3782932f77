package org.asterism.service.fs.event;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.sync.WaitQueue;

/** A counter that is read and written as 64 bits. Source: eventfd(2). */
public final class EventCounter extends OpenFile {
    private static final int BYTES = 8;
    /** The largest value; unsigned 2^64 − 2. */
    private static final long MOST = -2;

    private final boolean isSemaphore;
    private final SpinLock lock = new SpinLock();
    private final WaitQueue changed = new WaitQueue();
    private volatile long count;
    private final WaitCondition notZero = () -> count != 0;

    /**
     * A counter.
     *
     * @param initial its value, unsigned
     * @param isSemaphore whether a read takes 1 instead of all
     * @param flags O_NONBLOCK
     */
    public EventCounter(long initial, boolean isSemaphore, int flags) {
        super(flags | OpenFlags.O_RDWR);
        this.count = initial;
        this.isSemaphore = isSemaphore;
    }

    @Override
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        if (into.remaining() < BYTES) {
            throw KernelException.of(Errno.EINVAL);
        }
        long taken = take();
        while (taken == 0) {
            if ((statusFlags() & OpenFlags.O_NONBLOCK) != 0) {
                throw KernelException.of(Errno.EAGAIN);
            }
            thread.await(changed, notZero);
            taken = take();
        }
        changed.wakeAll();
        byte[] raw = UserMemory.scratch();
        LittleEndian.putLong(raw, 0, taken);
        if (into.write(raw, 0, BYTES) < BYTES) {
            throw KernelException.of(Errno.EFAULT);
        }
        return BYTES;
    }

    private long take() {
        try (var held = lock.lock()) {
            long taken = isSemaphore && count != 0 ? 1 : count;
            count -= taken;
            return taken;
        }
    }

    @Override
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        byte[] raw = UserMemory.scratch();
        if (from.remaining() < BYTES) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (from.read(raw, 0, BYTES) < BYTES) {
            throw KernelException.of(Errno.EFAULT);
        }
        long added = LittleEndian.getLong(raw, 0);
        if (added == -1) {
            throw KernelException.of(Errno.EINVAL);
        }
        while (!give(added)) {
            if ((statusFlags() & OpenFlags.O_NONBLOCK) != 0) {
                throw KernelException.of(Errno.EAGAIN);
            }
            waitForRoom(thread, added);
        }
        changed.wakeAll();
        return BYTES;
    }

    @SlowPath("an eventfd whose counter is at its end: a writer waits for readers")
    private void waitForRoom(UserThread thread, long added) throws KernelException {
        thread.await(changed, () -> hasRoom(added));
    }

    private boolean give(long added) {
        try (var held = lock.lock()) {
            if (!hasRoom(added)) {
                return false;
            }
            count += added;
            return true;
        }
    }

    private boolean hasRoom(long added) {
        return Long.compareUnsigned(added, MOST - count) <= 0;
    }

    @Override
    public int poll(Poller poller) {
        if (poller != null) {
            poller.register(changed);
        }
        return (count == 0 ? 0 : PollEvents.READABLE) | (hasRoom(1) ? PollEvents.WRITABLE : 0);
    }

    @Override
    public String path() {
        return "anon_inode:[eventfd]";
    }
}
