package org.asterism.cli;

import org.asterism.machine.ExecSession;

/** What a command of the tool exits with. A command run in the guest passes its own exit code through. */
public final class ExitCode {
    /** All went well. */
    public static final int OK = 0;

    /** The input was refused, a test failed, or a tool that was needed; the reasons are on standard error. */
    public static final int REFUSED = 1;

    /** The command line was wrong. */
    public static final int USAGE = 2;

    /** {@code run} ran out of time. */
    public static final int TIMED_OUT = ExecSession.TIMED_OUT;

    /** {@code run} could not assemble or start the kernel, or the kernel died. */
    public static final int FAILED = ExecSession.DIED;

    private ExitCode() {}
}
