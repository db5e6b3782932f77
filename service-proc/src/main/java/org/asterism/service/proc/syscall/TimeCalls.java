package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.TimeConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.time.Clocks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asking and setting clocks, sleeping. */
@Component(service = SyscallProvider.class)
public final class TimeCalls implements SyscallProvider {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int TIMEZONE_BYTES = 8;

    private final Clocks clocks;

    /**
     * Decodes for clocks.
     *
     * @param clocks by number
     */
    @Activate
    public TimeCalls(@Reference Clocks clocks) {
        this.clocks = clocks;
    }

    /**
     * clock_gettime(2).
     *
     * @param thread the caller
     * @param clock which
     * @param time where to store it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("clock_gettime")
    public long time(UserThread thread, int clock, long time) throws KernelException {
        UserData.writeTimespec(time, clocks.find((ProgramThread) thread, clock).now());
        return 0;
    }

    /**
     * clock_getres(2).
     *
     * @param thread the caller
     * @param clock which
     * @param resolution where to store it, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("clock_getres")
    public long resolution(UserThread thread, int clock, long resolution) throws KernelException {
        clocks.find((ProgramThread) thread, clock);
        boolean coarse = clock == TimeConstants.CLOCK_REALTIME_COARSE || clock == TimeConstants.CLOCK_MONOTONIC_COARSE;
        if (resolution != 0) {
            UserData.writeTimespec(resolution, coarse ? NANOS_PER_SECOND / TimeConstants.CLOCK_TICKS : 1);
        }
        return 0;
    }

    /**
     * clock_settime(2).
     *
     * @param thread the caller
     * @param clock CLOCK_REALTIME
     * @param time address of the new time
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("clock_settime")
    public long setTime(UserThread thread, int clock, long time) throws KernelException {
        if (clock != TimeConstants.CLOCK_REALTIME) {
            throw KernelException.of(Errno.EINVAL);
        }
        long nanos = UserData.readTimespec(time);
        checkRoot(thread);
        clocks.system().setRealTime(nanos);
        return 0;
    }

    private static void checkRoot(UserThread thread) throws KernelException {
        if (thread.credentials().effectiveUser() != 0) {
            throw KernelException.of(Errno.EPERM);
        }
    }

    /**
     * gettimeofday(2).
     *
     * @param thread the caller
     * @param time where to store the time, or 0
     * @param zone where to store the time zone, or 0
     * @return 0
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("gettimeofday")
    public long timeOfDay(UserThread thread, long time, long zone) throws KernelException {
        if (time != 0) {
            byte[] bytes = new byte[TimeConstants.TIMESPEC_BYTES];
            UserData.putTimeval(bytes, 0, clocks.system().realTimeNanos());
            UserData.write(time, bytes);
        }
        if (zone != 0) {
            UserData.write(zone, new byte[TIMEZONE_BYTES]);
        }
        return 0;
    }

    /**
     * settimeofday(2).
     *
     * @param thread the caller
     * @param time address of the new time, or 0
     * @param zone address of a time zone, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "settimeofday", partial = "time zones have no effect")
    public long setTimeOfDay(UserThread thread, long time, long zone) throws KernelException {
        if (zone != 0) {
            UserData.read(zone, TIMEZONE_BYTES);
        }
        checkRoot(thread);
        if (time != 0) {
            clocks.system().setRealTime(UserData.timeval(UserData.read(time, TimeConstants.TIMESPEC_BYTES), 0));
        }
        return 0;
    }

    /**
     * time(2).
     *
     * @param thread the caller
     * @param where to store it too, or 0
     * @return seconds since 1970
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("time")
    public long seconds(UserThread thread, long where) throws KernelException {
        long seconds = clocks.system().realTimeNanos() / NANOS_PER_SECOND;
        if (where != 0) {
            UserData.writeLong(where, seconds);
        }
        return seconds;
    }

    /**
     * nanosleep(2).
     *
     * @param thread the caller
     * @param duration address of the time to sleep
     * @param remaining where to store the rest if interrupted, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("nanosleep")
    public long sleep(UserThread thread, long duration, long remaining) throws KernelException {
        return sleepUntil((ProgramThread) thread, Deadlines.after(UserData.readTimespec(duration)), remaining);
    }

    /**
     * clock_nanosleep(2).
     *
     * @param thread the caller
     * @param clock which; processor time cannot be slept on
     * @param flags TIMER_ABSTIME
     * @param duration address of the time to sleep, or to wake
     * @param remaining where to store the rest if interrupted, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "clock_nanosleep", partial = "no sleep on processor time; setting the clock moves no sleeper")
    public long sleepOnClock(UserThread thread, int clock, int flags, long duration, long remaining) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        if (clock == TimeConstants.CLOCK_THREAD_CPUTIME_ID || clock == TimeConstants.CLOCK_MONOTONIC_RAW) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (Clocks.isProcessorTime(clock)) {
            throw KernelException.of(Errno.EOPNOTSUPP);
        }
        long now = clocks.find(self, clock).now();
        long wanted = UserData.readTimespec(duration);
        if ((flags & TimeConstants.TIMER_ABSTIME) == 0) {
            return sleepUntil(self, Deadlines.after(wanted), remaining);
        }
        long deadline = Deadlines.after(Math.max(0, wanted - now));
        if (!sleeps(self, deadline)) {
            throw KernelException.of(Errno.ERESTARTNOHAND);
        }
        return 0;
    }

    private static boolean sleeps(ProgramThread thread, long deadline) {
        while (Clock.monotonicNanos() < deadline) {
            if (thread.isInterrupted()) {
                return false;
            }
            Task.parkUntil(deadline);
        }
        return true;
    }

    private static long sleepUntil(ProgramThread thread, long deadline, long remaining) throws KernelException {
        if (sleeps(thread, deadline)) {
            return 0;
        }
        if (remaining != 0) {
            UserData.writeTimespec(remaining, Math.max(0, deadline - Clock.monotonicNanos()));
        }
        thread.calls().setResumption(resumed -> sleepUntil(resumed, deadline, remaining));
        throw KernelException.of(Errno.ERESTART_RESTARTBLOCK);
    }
}
