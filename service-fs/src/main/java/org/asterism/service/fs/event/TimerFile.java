package org.asterism.service.fs.event;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/** A timer whose expirations are read as a 64-bit count. Source: timerfd_create(2). */
public final class TimerFile extends OpenFile {
    private static final int BYTES = 8;

    private final boolean isRealTime;
    private final SpinLock lock = new SpinLock();
    private final WaitQueue changed = new WaitQueue();
    private final Timer timer = new Timer(this::expired);
    private volatile long expirations;
    private final WaitCondition expired = () -> expirations != 0;
    private long deadline;
    private long interval;

    /**
     * A timer that is not armed.
     *
     * @param isRealTime whether absolute times are times of day
     * @param flags O_NONBLOCK
     */
    public TimerFile(boolean isRealTime, int flags) {
        super(flags | OpenFlags.O_RDWR);
        this.isRealTime = isRealTime;
    }

    /**
     * Tells which clock absolute times belong to.
     *
     * @return whether they are times of day
     */
    public boolean isRealTime() {
        return isRealTime;
    }

    /** In atomic context. */
    private void expired(long nowNanos) {
        try (var held = lock.lock()) {
            if (deadline == 0 || nowNanos < deadline) {
                return;
            }
            if (interval == 0) {
                expirations++;
                deadline = 0;
            } else {
                long passed = (nowNanos - deadline) / interval + 1;
                expirations += passed;
                deadline += passed * interval;
                timer.arm(deadline);
            }
        }
        changed.wakeAll();
    }

    /**
     * Arms or disarms the timer.
     *
     * @param deadlineNanos monotonic nanoseconds; 0 disarms
     * @param intervalNanos from one expiration to the next; 0 for one only
     */
    public void set(long deadlineNanos, long intervalNanos) {
        try (var held = lock.lock()) {
            timer.cancel();
            expirations = 0;
            deadline = deadlineNanos;
            interval = intervalNanos;
            if (deadlineNanos != 0) {
                timer.arm(deadlineNanos);
            }
        }
    }

    /**
     * Time to the next expiration.
     *
     * @return nanoseconds; 0 if it is not armed
     */
    public long remainingNanos() {
        try (var held = lock.lock()) {
            return deadline == 0 ? 0 : Math.max(1, deadline - Clock.monotonicNanos());
        }
    }

    /**
     * Time between expirations.
     *
     * @return nanoseconds; 0 for one only
     */
    public long intervalNanos() {
        return interval;
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
            thread.await(changed, expired);
            taken = take();
        }
        byte[] raw = UserMemory.scratch();
        LittleEndian.putLong(raw, 0, taken);
        if (into.write(raw, 0, BYTES) < BYTES) {
            throw KernelException.of(Errno.EFAULT);
        }
        return BYTES;
    }

    private long take() {
        try (var held = lock.lock()) {
            long taken = expirations;
            expirations = 0;
            return taken;
        }
    }

    @Override
    public int poll(Poller poller) {
        if (poller != null) {
            poller.register(changed);
        }
        return expirations == 0 ? 0 : PollEvents.READABLE;
    }

    @Override
    public String path() {
        return "anon_inode:[timerfd]";
    }

    @Override
    protected void closed() {
        set(0, 0);
    }
}
