package org.asterism.kernel.abi;

/** Offsets in {@code siginfo_t} of 64-bit architectures. Source: include/uapi/asm-generic/siginfo.h. */
public final class SiginfoLayout {
    /** Bytes of the structure. */
    public static final int BYTES = 128;
    public static final int SI_SIGNO = 0;
    public static final int SI_ERRNO = 4;
    public static final int SI_CODE = 8;
    /** Sender, of kill, sigqueue and SIGCHLD. */
    public static final int SI_PID = 16;
    /** Sender's real user, of kill, sigqueue and SIGCHLD. */
    public static final int SI_UID = 20;
    /** Exit code or signal, of SIGCHLD. */
    public static final int SI_STATUS = 24;
    /** User time in clock ticks, of SIGCHLD. */
    public static final int SI_UTIME = 32;
    /** System time in clock ticks, of SIGCHLD. */
    public static final int SI_STIME = 40;
    /** Value, of sigqueue and timers. */
    public static final int SI_VALUE = 24;
    /** Timer's id, of timers. */
    public static final int SI_TIMERID = 16;
    /** Expirations beyond the first, of timers. */
    public static final int SI_OVERRUN = 20;
    /** Faulting address, of SIGSEGV, SIGBUS, SIGILL, SIGFPE and SIGTRAP. */
    public static final int SI_ADDR = 16;

    private SiginfoLayout() {
    }
}
