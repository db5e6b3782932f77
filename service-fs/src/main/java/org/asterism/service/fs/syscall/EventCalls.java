package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.effect.FastPath;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.service.fs.event.EventCounter;
import org.asterism.service.fs.event.MemoryFiles;
import org.asterism.service.fs.event.TimerFile;
import org.asterism.service.fs.poll.EpollFile;
import org.asterism.service.fs.poll.EventRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files that tell of events: epoll(7), eventfd(2), timerfd_create(2); and memfd_create(2). */
@Component(service = SyscallProvider.class)
public final class EventCalls implements SyscallProvider {

    private static final int EPOLL_CTL_ADD = 1;
    private static final int EPOLL_CTL_DEL = 2;
    private static final int EPOLL_CTL_MOD = 3;
    private static final int PACKED = 12;
    private static final int ALIGNED = 16;
    private static final int MOST_EVENTS = 1024;
    private static final int EFD_SEMAPHORE = 1;
    private static final int CLOCK_REALTIME = 0;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int CLOCK_BOOTTIME = 7;
    private static final int TFD_TIMER_ABSTIME = 1;
    private static final int MFD_CLOEXEC = 1;
    private static final int MOST_NAME = 249;
    private static final int FILE_FLAGS = OpenFlags.O_CLOEXEC | OpenFlags.O_NONBLOCK;

    /** Linux packs struct epoll_event on x86-64 only. */
    private final int stride = BootInfo.architecture().equals("x86_64") ? PACKED : ALIGNED;

    private final RealTimeClock clock;
    private final MemoryFiles memory;
    private final PathArguments paths;

    /**
     * The family.
     *
     * @param clock for timers at times of day
     * @param memory makes memory files
     * @param paths decodes their names
     */
    @Activate
    public EventCalls(@Reference RealTimeClock clock, @Reference MemoryFiles memory, @Reference PathArguments paths) {
        this.clock = clock;
        this.memory = memory;
        this.paths = paths;
    }

    /** epoll_create(2). */
    @Syscall("epoll_create")
    public long epollCreate(UserThread thread, int size) throws KernelException {
        if (size <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return epollCreate1(thread, 0);
    }

    /** epoll_create1(2). */
    @Syscall("epoll_create1")
    public long epollCreate1(UserThread thread, int flags) throws KernelException {
        if ((flags & ~OpenFlags.O_CLOEXEC) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return thread.files().add(new EpollFile(OpenFlags.O_RDWR), 0, flags != 0);
    }

    /** epoll_ctl(2). */
    @Syscall(value = "epoll_ctl", partial = "an epoll file cannot watch another: ELOOP")
    public long epollCtl(UserThread thread, int epoll, int operation, int descriptor, long event) throws KernelException {
        EpollFile file = epoll(thread, epoll);
        OpenFile watched = thread.files().get(descriptor);
        if (watched == file) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (watched.inode() != null && (watched.inode().isRegular() || watched.inode().isDirectory())) {
            throw KernelException.of(Errno.EPERM);
        }
        byte[] raw = operation == EPOLL_CTL_DEL ? new byte[stride] : read(event, stride);
        int events = LittleEndian.getInt(raw, 0);
        long data = LittleEndian.getLong(raw, stride - 8);
        switch (operation) {
            case EPOLL_CTL_ADD -> file.add(descriptor, watched, events, data);
            case EPOLL_CTL_MOD -> file.change(descriptor, watched, events, data);
            case EPOLL_CTL_DEL -> file.remove(descriptor, watched);
            default -> throw KernelException.of(Errno.EINVAL);
        }
        return 0;
    }

    private static EpollFile epoll(UserThread thread, int descriptor) throws KernelException {
        if (thread.files().get(descriptor) instanceof EpollFile file) {
            return file;
        }
        throw KernelException.of(Errno.EINVAL);
    }

    /** epoll_wait(2). */
    @Syscall("epoll_wait")
    @FastPath
    public long epollWait(UserThread thread, int epoll, long events, int most, int timeoutMillis) throws KernelException {
        return epollPwait(thread, epoll, events, most, timeoutMillis, 0);
    }

    /** epoll_pwait(2), whose mask has 64 bits. */
    @Syscall("epoll_pwait")
    @FastPath
    public long epollPwait(UserThread thread, int epoll, long events, int most, int timeoutMillis, long mask)
            throws KernelException {
        long deadline = timeoutMillis < 0 ? Task.NO_DEADLINE : TimeArgument.after(timeoutMillis * 1_000_000L);
        return await(thread, epoll, events, most, deadline, mask);
    }

    /** epoll_pwait2(2). */
    @Syscall("epoll_pwait2")
    public long epollPwait2(UserThread thread, int epoll, long events, int most, long timeout, long mask)
            throws KernelException {
        long deadline = timeout == 0 ? Task.NO_DEADLINE : TimeArgument.after(TimeArgument.timespec(timeout));
        return await(thread, epoll, events, most, deadline, mask);
    }

    private long await(UserThread thread, int epoll, long address, int most, long deadline, long mask)
            throws KernelException {
        if (most <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        EpollFile file = epoll(thread, epoll);
        TimeArgument.useMask(thread, mask, 8);
        int room = Math.min(most, MOST_EVENTS);
        EventRecords records = EventRecords.begin(room, stride);
        file.retain();
        try {
            int count = file.await(thread, records, deadline);
            if (!records.copyTo(address)) {
                throw KernelException.of(Errno.EFAULT);
            }
            return count;
        } finally {
            file.release();
        }
    }

    /** eventfd(2) of old. */
    @Syscall("eventfd")
    public long eventfd(UserThread thread, int initial) throws KernelException {
        return eventfd2(thread, initial, 0);
    }

    /** eventfd(2). */
    @Syscall("eventfd2")
    public long eventfd2(UserThread thread, int initial, int flags) throws KernelException {
        checkFlags(flags & ~EFD_SEMAPHORE);
        EventCounter file = new EventCounter(initial & 0xffffffffL, (flags & EFD_SEMAPHORE) != 0,
                flags & OpenFlags.O_NONBLOCK);
        return thread.files().add(file, 0, (flags & OpenFlags.O_CLOEXEC) != 0);
    }

    private static void checkFlags(int flags) throws KernelException {
        if ((flags & ~FILE_FLAGS) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
    }

    /** timerfd_create(2). */
    @Syscall("timerfd_create")
    public long timerfdCreate(UserThread thread, int clock, int flags) throws KernelException {
        checkFlags(flags);
        if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC && clock != CLOCK_BOOTTIME) {
            throw KernelException.of(Errno.EINVAL);
        }
        TimerFile file = new TimerFile(clock == CLOCK_REALTIME, flags & OpenFlags.O_NONBLOCK);
        return thread.files().add(file, 0, (flags & OpenFlags.O_CLOEXEC) != 0);
    }

    /** timerfd_settime(2). */
    @Syscall(value = "timerfd_settime", partial = "TFD_TIMER_CANCEL_ON_SET is refused with EINVAL")
    public long timerfdSettime(UserThread thread, int descriptor, int flags, long settings, long old)
            throws KernelException {
        if ((flags & ~TFD_TIMER_ABSTIME) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        TimerFile file = timer(thread, descriptor);
        long interval = TimeArgument.timespec(settings);
        long value = TimeArgument.timespec(settings + 16);
        if (old != 0) {
            tell(file, old);
        }
        long deadline = value == 0 ? 0 : TimeArgument.after(value);
        if (value != 0 && flags != 0) {
            long ahead = file.isRealTime() ? value - clock.realTimeNanos() : value - Clock.monotonicNanos();
            deadline = TimeArgument.after(Math.max(0, ahead));
        }
        Allocation.commit();
        file.set(deadline, interval);
        return 0;
    }

    /** timerfd_gettime(2). */
    @Syscall("timerfd_gettime")
    public long timerfdGettime(UserThread thread, int descriptor, long settings) throws KernelException {
        tell(timer(thread, descriptor), settings);
        return 0;
    }

    private static void tell(TimerFile file, long address) throws KernelException {
        TimeArgument.writeTimespec(address, file.intervalNanos());
        TimeArgument.writeTimespec(address + 16, file.remainingNanos());
    }

    private static TimerFile timer(UserThread thread, int descriptor) throws KernelException {
        if (thread.files().get(descriptor) instanceof TimerFile file) {
            return file;
        }
        throw KernelException.of(Errno.EINVAL);
    }

    /** memfd_create(2). */
    @Syscall(value = "memfd_create", partial = "sealing and huge pages are refused with EINVAL")
    public long memfdCreate(UserThread thread, long name, int flags) throws KernelException {
        if ((flags & ~MFD_CLOEXEC) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        String text = paths.path(name);
        if (text.length() > MOST_NAME) {
            throw KernelException.of(Errno.EINVAL);
        }
        return thread.files().add(memory.create(text, thread.credentials()), 0, flags != 0);
    }

    private static byte[] read(long address, int length) throws KernelException {
        byte[] raw = new byte[length];
        if (UserMemory.read(address, raw, 0, length) < length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return raw;
    }
}
