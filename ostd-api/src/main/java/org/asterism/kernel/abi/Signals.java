package org.asterism.kernel.abi;

/** Signal numbers, the same on x86-64 and RISC-V, and sets of them. Source: signal(7). */
public final class Signals {
    public static final int SIGHUP = 1;
    public static final int SIGINT = 2;
    public static final int SIGQUIT = 3;
    public static final int SIGILL = 4;
    public static final int SIGTRAP = 5;
    public static final int SIGABRT = 6;
    public static final int SIGBUS = 7;
    public static final int SIGFPE = 8;
    public static final int SIGKILL = 9;
    public static final int SIGUSR1 = 10;
    public static final int SIGSEGV = 11;
    public static final int SIGUSR2 = 12;
    public static final int SIGPIPE = 13;
    public static final int SIGALRM = 14;
    public static final int SIGTERM = 15;
    public static final int SIGSTKFLT = 16;
    public static final int SIGCHLD = 17;
    public static final int SIGCONT = 18;
    public static final int SIGSTOP = 19;
    public static final int SIGTSTP = 20;
    public static final int SIGTTIN = 21;
    public static final int SIGTTOU = 22;
    public static final int SIGURG = 23;
    public static final int SIGXCPU = 24;
    public static final int SIGXFSZ = 25;
    public static final int SIGVTALRM = 26;
    public static final int SIGPROF = 27;
    public static final int SIGWINCH = 28;
    public static final int SIGIO = 29;
    public static final int SIGPWR = 30;
    public static final int SIGSYS = 31;
    /** The first realtime signal as the kernel counts; a C library keeps the first two or three for itself. */
    public static final int SIGRTMIN = 32;
    /** The largest signal number. */
    public static final int SIGRTMAX = 64;

    /** {@code how} of rt_sigprocmask(2): add to the mask. */
    public static final int SIG_BLOCK = 0;
    /** {@code how} of rt_sigprocmask(2): remove from the mask. */
    public static final int SIG_UNBLOCK = 1;
    /** {@code how} of rt_sigprocmask(2): replace the mask. */
    public static final int SIG_SETMASK = 2;

    /** SIGKILL and SIGSTOP: never blocked, caught or ignored. */
    public static final long UNBLOCKABLE = bit(SIGKILL) | bit(SIGSTOP);
    /** Signals that stop a process by default. */
    public static final long STOPPING = bit(SIGSTOP) | bit(SIGTSTP) | bit(SIGTTIN) | bit(SIGTTOU);
    /** Signals that do nothing by default. SIGCONT's continuing happens when it is sent. */
    public static final long IGNORED_BY_DEFAULT = bit(SIGCHLD) | bit(SIGCONT) | bit(SIGURG) | bit(SIGWINCH);
    /** Signals of the thread's own doing, taken before others. */
    public static final long SYNCHRONOUS =
            bit(SIGSEGV) | bit(SIGBUS) | bit(SIGILL) | bit(SIGTRAP) | bit(SIGFPE) | bit(SIGSYS);

    private Signals() {
    }

    /**
     * The set of one signal.
     *
     * @param signal from 1 to {@link #SIGRTMAX}
     * @return bit {@code signal − 1}
     */
    public static long bit(int signal) {
        return 1L << (signal - 1);
    }

    /**
     * Tells whether a number names a signal.
     *
     * @param signal any number
     * @return whether it is from 1 to {@link #SIGRTMAX}
     */
    public static boolean isValid(int signal) {
        return signal >= 1 && signal <= SIGRTMAX;
    }
}
