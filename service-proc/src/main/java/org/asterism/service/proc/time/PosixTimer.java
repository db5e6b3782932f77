package org.asterism.service.proc.time;

import org.asterism.kernel.abi.TimeConstants;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.signal.SignalInfo;

/** A timer of timer_create(2). Expiries that find the signal still waiting are counted as overruns. */
public final class PosixTimer {
    private final int id;
    private final TimerClock clock;
    private final IntervalTimer timer;
    private final Process process;
    private final Notification notification;
    private SignalInfo last;
    private int overruns;

    /**
     * How an expiry is told.
     *
     * @param kind SIGEV_SIGNAL, SIGEV_NONE or SIGEV_THREAD_ID
     * @param signal its number
     * @param value passed along
     * @param thread who gets it, for SIGEV_THREAD_ID
     */
    public record Notification(int kind, int signal, long value, ProgramThread thread) {
    }

    PosixTimer(int id, TimerWorker worker, TimerClock clock, Process process, Notification notification) {
        this.id = id;
        this.clock = clock;
        this.process = process;
        this.notification = notification;
        this.timer = new IntervalTimer(worker, clock, this::expired);
    }

    private void expired(long times) {
        if (notification.kind() == TimeConstants.SIGEV_NONE) {
            return;
        }
        int count = (int) Math.min(times, Integer.MAX_VALUE);
        SignalInfo waiting = last;
        if (waiting != null && waiting.isQueued()) {
            overruns = count > Integer.MAX_VALUE - overruns ? Integer.MAX_VALUE : overruns + count;
            waiting.setOverrun(overruns);
            return;
        }
        overruns = count - 1;
        SignalInfo info = SignalInfo.ofTimer(notification.signal(), id, notification.value());
        info.setOverrun(overruns);
        last = info;
        process.signals().send(info, notification.thread());
    }

    /**
     * Its id.
     *
     * @return from 0, within the process
     */
    public int id() {
        return id;
    }

    /**
     * Its clock.
     *
     * @return for absolute times
     */
    public TimerClock clock() {
        return clock;
    }

    /**
     * When it expires.
     *
     * @return to be set and asked
     */
    public IntervalTimer timer() {
        return timer;
    }

    /**
     * Expiries beyond the first that the last signal stands for.
     *
     * @return from 0
     */
    public int overruns() {
        return overruns;
    }
}
