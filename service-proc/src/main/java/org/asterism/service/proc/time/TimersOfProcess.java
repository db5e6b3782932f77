package org.asterism.service.proc.time;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.TimeConstants;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.time.Clock;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTimers;
import org.asterism.service.proc.signal.SignalInfo;

/** The interval timers and POSIX timers of one process. */
public final class TimersOfProcess implements ProcessTimers {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LONGEST_LIMIT_SECONDS = 1L << 32;
    private static final int MOST_TIMERS = 1024;

    private final Process process;
    private final TimerWorker worker;
    private final IntervalTimer[] intervals;
    private final IntervalTimer processorLimit;
    private final Mutex lock = new Mutex();
    /** By id; guarded by {@link #lock}. */
    private final List<PosixTimer> timers = new ArrayList<>();

    private TimersOfProcess(Process process, TimerWorker worker) {
        this.process = process;
        this.worker = worker;
        this.intervals = new IntervalTimer[] {
            interval(Clock::monotonicNanos, Signals.SIGALRM),
            interval(process::userTimeNanos, Signals.SIGVTALRM),
            interval(() -> process.userTimeNanos() + process.systemTimeNanos(), Signals.SIGPROF)};
        this.processorLimit = new IntervalTimer(worker, this::processorTime, times -> processorLimitReached());
    }

    private long processorTime() {
        return process.userTimeNanos() + process.systemTimeNanos();
    }

    /** Follows RLIMIT_CPU: SIGXCPU each second from the soft limit on, SIGKILL at the hard one. */
    public void watchProcessorLimit() {
        long soft = process.softLimit(ResourceConstants.RLIMIT_CPU);
        if (soft < 0 || soft > LONGEST_LIMIT_SECONDS) {
            processorLimit.set(0, 0);
            return;
        }
        processorLimit.set(Math.max(1, soft * NANOS_PER_SECOND - processorTime()), NANOS_PER_SECOND);
    }

    private void processorLimitReached() {
        if (process.isZombie()) {
            processorLimit.set(0, 0);
            return;
        }
        long hard = process.hardLimit(ResourceConstants.RLIMIT_CPU);
        boolean atEnd = hard >= 0 && processorTime() / NANOS_PER_SECOND >= hard;
        process.signals().send(SignalInfo.ofKernel(atEnd ? Signals.SIGKILL : Signals.SIGXCPU), null);
    }

    private IntervalTimer interval(TimerClock clock, int signal) {
        return new IntervalTimer(worker, clock, times -> process.signals().send(SignalInfo.ofKernel(signal), null));
    }

    /**
     * The timers of a process, made at their first use.
     *
     * @param process whose
     * @param worker runs the expiries
     * @return never null
     */
    public static TimersOfProcess of(Process process, TimerWorker worker) {
        if (process.timers() instanceof TimersOfProcess timers) {
            return timers;
        }
        TimersOfProcess made = new TimersOfProcess(process, worker);
        process.setTimers(made);
        return made;
    }

    /**
     * An interval timer.
     *
     * @param which ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF
     * @return never null
     * @throws KernelException {@code EINVAL} for another number
     */
    public IntervalTimer interval(int which) throws KernelException {
        if (which < TimeConstants.ITIMER_REAL || which > TimeConstants.ITIMER_PROF) {
            throw KernelException.of(Errno.EINVAL);
        }
        return intervals[which];
    }

    /**
     * Makes a POSIX timer.
     *
     * @param clock what it measures
     * @param notification how expiries are told; null for SIGALRM with the timer's id
     * @return not armed
     * @throws KernelException {@code EAGAIN} if there are too many
     */
    public PosixTimer create(TimerClock clock, PosixTimer.Notification notification) throws KernelException {
        try (var held = lock.lock()) {
            int id = 0;
            while (id < timers.size() && timers.get(id) != null) {
                id++;
            }
            if (id == MOST_TIMERS) {
                throw KernelException.of(Errno.EAGAIN);
            }
            PosixTimer.Notification told = notification != null ? notification
                    : new PosixTimer.Notification(TimeConstants.SIGEV_SIGNAL, Signals.SIGALRM, id, null);
            PosixTimer timer = new PosixTimer(id, worker, clock, process, told);
            if (id == timers.size()) {
                timers.add(timer);
            } else {
                timers.set(id, timer);
            }
            return timer;
        }
    }

    /**
     * Finds a POSIX timer.
     *
     * @param id from {@link #create}
     * @return never null
     * @throws KernelException {@code EINVAL} if there is none
     */
    public PosixTimer find(int id) throws KernelException {
        try (var held = lock.lock()) {
            PosixTimer timer = id >= 0 && id < timers.size() ? timers.get(id) : null;
            if (timer == null) {
                throw KernelException.of(Errno.EINVAL);
            }
            return timer;
        }
    }

    /**
     * Deletes a POSIX timer.
     *
     * @param id from {@link #create}
     * @throws KernelException {@code EINVAL} if there is none
     */
    public void delete(int id) throws KernelException {
        PosixTimer timer = find(id);
        timer.timer().set(0, 0);
        try (var held = lock.lock()) {
            timers.set(id, null);
        }
    }

    @Override
    public void disarmAll() {
        for (IntervalTimer timer : intervals) {
            timer.set(0, 0);
        }
        processorLimit.set(0, 0);
        deletePosixTimers();
    }

    @Override
    public void deletePosixTimers() {
        try (var held = lock.lock()) {
            for (PosixTimer timer : timers) {
                if (timer != null) {
                    timer.timer().set(0, 0);
                }
            }
            timers.clear();
        }
    }
}
