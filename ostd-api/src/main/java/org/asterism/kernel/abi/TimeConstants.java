package org.asterism.kernel.abi;

/** Clocks, timers and the layouts of times, for 64-bit architectures. */
public final class TimeConstants {
    public static final int CLOCK_REALTIME = 0;
    public static final int CLOCK_MONOTONIC = 1;
    public static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    public static final int CLOCK_THREAD_CPUTIME_ID = 3;
    public static final int CLOCK_MONOTONIC_RAW = 4;
    public static final int CLOCK_REALTIME_COARSE = 5;
    public static final int CLOCK_MONOTONIC_COARSE = 6;
    public static final int CLOCK_BOOTTIME = 7;
    public static final int CLOCK_REALTIME_ALARM = 8;
    public static final int CLOCK_BOOTTIME_ALARM = 9;
    public static final int CLOCK_TAI = 11;
    /** Flag of clock_nanosleep(2) and timer_settime(2). */
    public static final int TIMER_ABSTIME = 1;

    public static final int ITIMER_REAL = 0;
    public static final int ITIMER_VIRTUAL = 1;
    public static final int ITIMER_PROF = 2;

    public static final int SIGEV_SIGNAL = 0;
    public static final int SIGEV_NONE = 1;
    public static final int SIGEV_THREAD = 2;
    public static final int SIGEV_THREAD_ID = 4;
    /** Bytes of {@code struct sigevent}. */
    public static final int SIGEVENT_BYTES = 64;
    public static final int SIGEV_VALUE = 0;
    public static final int SIGEV_SIGNO = 8;
    public static final int SIGEV_NOTIFY = 12;
    public static final int SIGEV_TID = 16;

    /** Bytes of {@code struct timespec} and {@code struct timeval}: seconds, then nano- or microseconds. */
    public static final int TIMESPEC_BYTES = 16;
    /** Bytes of {@code struct itimerspec} and {@code struct itimerval}: interval, then value. */
    public static final int ITIMERSPEC_BYTES = 32;

    /** Ticks a second of times(2), SIGCHLD and {@code /proc}. */
    public static final int CLOCK_TICKS = 100;

    private TimeConstants() {
    }
}
