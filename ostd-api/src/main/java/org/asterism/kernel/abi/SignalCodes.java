package org.asterism.kernel.abi;

/** {@code si_code}: why a signal was sent. Source: sigaction(2), siginfo.h. */
public final class SignalCodes {
    /** By kill(2). */
    public static final int SI_USER = 0;
    /** By the kernel. */
    public static final int SI_KERNEL = 0x80;
    /** By sigqueue(3). */
    public static final int SI_QUEUE = -1;
    /** By a POSIX timer. */
    public static final int SI_TIMER = -2;
    /** By tkill(2) or tgkill(2). */
    public static final int SI_TKILL = -6;

    public static final int ILL_ILLOPC = 1;
    public static final int ILL_ILLOPN = 2;
    public static final int FPE_INTDIV = 1;
    public static final int FPE_FLTINV = 7;
    public static final int SEGV_MAPERR = 1;
    public static final int SEGV_ACCERR = 2;
    public static final int BUS_ADRALN = 1;
    public static final int BUS_ADRERR = 2;
    public static final int TRAP_BRKPT = 1;
    public static final int TRAP_TRACE = 2;

    public static final int CLD_EXITED = 1;
    public static final int CLD_KILLED = 2;
    public static final int CLD_DUMPED = 3;
    public static final int CLD_STOPPED = 5;
    public static final int CLD_CONTINUED = 6;

    private SignalCodes() {
    }
}
