package org.asterism.kernel.abi;

/** Special handlers and flags of rt_sigaction(2) and sigaltstack(2), the same on x86-64 and RISC-V. */
public final class SignalActionFlags {
    /** Handler that stands for the default action. */
    public static final long SIG_DFL = 0;
    /** Handler that stands for ignoring. */
    public static final long SIG_IGN = 1;

    public static final int SA_NOCLDSTOP = 0x1;
    public static final int SA_NOCLDWAIT = 0x2;
    public static final int SA_SIGINFO = 0x4;
    public static final int SA_RESTORER = 0x0400_0000;
    public static final int SA_ONSTACK = 0x0800_0000;
    public static final int SA_RESTART = 0x1000_0000;
    public static final int SA_NODEFER = 0x4000_0000;
    public static final int SA_RESETHAND = 0x8000_0000;

    /** {@code ss_flags}: the thread runs on the alternate stack. */
    public static final int SS_ONSTACK = 1;
    /** {@code ss_flags}: there is no alternate stack. */
    public static final int SS_DISABLE = 2;
    /** {@code ss_flags}: the alternate stack is disabled while a handler runs on it. */
    public static final int SS_AUTODISARM = 0x8000_0000;
    /** Bytes of {@code stack_t}: {@code ss_sp}, {@code ss_flags} and padding, {@code ss_size}. */
    public static final int STACK_BYTES = 24;

    private SignalActionFlags() {
    }
}
