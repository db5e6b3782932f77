package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.TimeConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.time.Clocks;
import org.asterism.service.proc.time.IntervalTimer;
import org.asterism.service.proc.time.PosixTimer;
import org.asterism.service.proc.time.TimerClock;
import org.asterism.service.proc.time.TimerWorker;
import org.asterism.service.proc.time.TimersOfProcess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alarms, interval timers, POSIX timers. */
@Component(service = SyscallProvider.class)
public final class TimerCalls implements SyscallProvider {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int VALUE = 16;

    private final TimerWorker worker;
    private final Clocks clocks;
    private final ProcessTable table;

    /**
     * Decodes for timers.
     *
     * @param worker runs expiries
     * @param clocks by number
     * @param table finds threads to notify
     */
    @Activate
    public TimerCalls(@Reference TimerWorker worker, @Reference Clocks clocks, @Reference ProcessTable table) {
        this.worker = worker;
        this.clocks = clocks;
        this.table = table;
    }

    private TimersOfProcess timers(UserThread thread) {
        return TimersOfProcess.of(((ProgramThread) thread).process(), worker);
    }

    /**
     * alarm(2).
     *
     * @param thread the caller
     * @param seconds until SIGALRM; 0 for none
     * @return seconds that were left of the last one, rounded as Linux does
     * @throws KernelException never
     */
    @Syscall("alarm")
    public long alarm(UserThread thread, int seconds) throws KernelException {
        IntervalTimer timer = timers(thread).interval(TimeConstants.ITIMER_REAL);
        long left = timer.remaining();
        timer.set((seconds & 0xffff_ffffL) * NANOS_PER_SECOND, 0);
        long rounded = (left + NANOS_PER_SECOND / 2) / NANOS_PER_SECOND;
        return left > 0 && rounded == 0 ? 1 : rounded;
    }

    /**
     * getitimer(2).
     *
     * @param thread the caller
     * @param which ITIMER_REAL and the like
     * @param value where to store the state
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("getitimer")
    public long intervalTimer(UserThread thread, int which, long value) throws KernelException {
        UserData.write(value, image(timers(thread).interval(which)));
        return 0;
    }

    private static byte[] image(IntervalTimer timer) {
        byte[] bytes = new byte[TimeConstants.ITIMERSPEC_BYTES];
        UserData.putTimeval(bytes, 0, timer.interval());
        // less than a microsecond still counts as armed
        long left = timer.remaining();
        UserData.putTimeval(bytes, VALUE, left > 0 && left < 1000 ? 1000 : left);
        return bytes;
    }

    /**
     * setitimer(2).
     *
     * @param thread the caller
     * @param which ITIMER_REAL and the like
     * @param value address of the new state; 0 disarms
     * @param old where to store the old state, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setitimer")
    public long setIntervalTimer(UserThread thread, int which, long value, long old) throws KernelException {
        byte[] wanted = value == 0 ? new byte[TimeConstants.ITIMERSPEC_BYTES]
                : UserData.read(value, TimeConstants.ITIMERSPEC_BYTES);
        long interval = UserData.timeval(wanted, 0);
        long first = UserData.timeval(wanted, VALUE);
        IntervalTimer timer = timers(thread).interval(which);
        byte[] before = image(timer);
        timer.set(first, interval);
        if (old != 0) {
            UserData.write(old, before);
        }
        return 0;
    }

    /**
     * timer_create(2).
     *
     * @param thread the caller
     * @param clock what it measures
     * @param event address of a {@code struct sigevent}; 0 for SIGALRM
     * @param id where to store the timer's id
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("timer_create")
    public long create(UserThread thread, int clock, long event, long id) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        TimerClock measured = clocks.find(self, clock);
        if (clock == TimeConstants.CLOCK_MONOTONIC_RAW || clock == TimeConstants.CLOCK_REALTIME_COARSE
                || clock == TimeConstants.CLOCK_MONOTONIC_COARSE) {
            throw KernelException.of(Errno.EOPNOTSUPP);
        }
        PosixTimer timer = timers(thread).create(measured, event == 0 ? null : notification(self, event));
        boolean told = false;
        try {
            UserData.writeInt(id, timer.id());
            told = true;
        } finally {
            if (!told) {
                timers(thread).delete(timer.id());
            }
        }
        return 0;
    }

    private PosixTimer.Notification notification(ProgramThread self, long event) throws KernelException {
        byte[] bytes = UserData.read(event, TimeConstants.SIGEVENT_BYTES);
        int kind = LittleEndian.getInt(bytes, TimeConstants.SIGEV_NOTIFY);
        int signal = LittleEndian.getInt(bytes, TimeConstants.SIGEV_SIGNO);
        long value = LittleEndian.getLong(bytes, TimeConstants.SIGEV_VALUE);
        boolean tells = kind == TimeConstants.SIGEV_SIGNAL || kind == TimeConstants.SIGEV_THREAD_ID;
        if (!tells && kind != TimeConstants.SIGEV_NONE || tells && !Signals.isValid(signal)) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProgramThread target = null;
        if (kind == TimeConstants.SIGEV_THREAD_ID) {
            target = table.thread(LittleEndian.getInt(bytes, TimeConstants.SIGEV_TID));
            if (target == null || target.process() != self.process()) {
                throw KernelException.of(Errno.EINVAL);
            }
        }
        return new PosixTimer.Notification(kind, signal, value, target);
    }

    /**
     * timer_settime(2).
     *
     * @param thread the caller
     * @param id the timer
     * @param flags TIMER_ABSTIME
     * @param value address of the new state
     * @param old where to store the old state, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "timer_settime", partial = "setting the clock does not move absolute timers")
    public long arm(UserThread thread, int id, int flags, long value, long old) throws KernelException {
        if (value == 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] wanted = UserData.read(value, TimeConstants.ITIMERSPEC_BYTES);
        long interval = UserData.timespec(wanted, 0);
        long first = UserData.timespec(wanted, VALUE);
        PosixTimer timer = timers(thread).find(id);
        byte[] before = timerImage(timer);
        if (first > 0 && (flags & TimeConstants.TIMER_ABSTIME) != 0) {
            first = Math.max(1, first - timer.clock().now());
        }
        timer.timer().set(first, interval);
        if (old != 0) {
            UserData.write(old, before);
        }
        return 0;
    }

    private static byte[] timerImage(PosixTimer timer) {
        byte[] bytes = new byte[TimeConstants.ITIMERSPEC_BYTES];
        UserData.putTimespec(bytes, 0, timer.timer().interval());
        UserData.putTimespec(bytes, VALUE, timer.timer().remaining());
        return bytes;
    }

    /**
     * timer_gettime(2).
     *
     * @param thread the caller
     * @param id the timer
     * @param value where to store the state
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("timer_gettime")
    public long state(UserThread thread, int id, long value) throws KernelException {
        UserData.write(value, timerImage(timers(thread).find(id)));
        return 0;
    }

    /**
     * timer_getoverrun(2).
     *
     * @param thread the caller
     * @param id the timer
     * @return expiries beyond the first of the last signal
     * @throws KernelException {@code EINVAL}
     */
    @Syscall("timer_getoverrun")
    public long overruns(UserThread thread, int id) throws KernelException {
        return timers(thread).find(id).overruns();
    }

    /**
     * timer_delete(2).
     *
     * @param thread the caller
     * @param id the timer
     * @return 0
     * @throws KernelException {@code EINVAL}
     */
    @Syscall("timer_delete")
    public long delete(UserThread thread, int id) throws KernelException {
        timers(thread).delete(id);
        return 0;
    }
}
