package org.asterism.service.proc.signal;

import org.asterism.kernel.abi.SignalActionFlags;

/**
 * What a process does about a signal.
 *
 * @param handler an address, {@link SignalActionFlags#SIG_DFL} or {@link SignalActionFlags#SIG_IGN}
 * @param flags {@link SignalActionFlags}
 * @param restorer where a handler returns to
 * @param mask blocked while the handler runs
 */
public record SignalAction(long handler, int flags, long restorer, long mask) {
    /** The default action. */
    public static final SignalAction DEFAULT = new SignalAction(SignalActionFlags.SIG_DFL, 0, 0, 0);
    /** Ignoring, as a program inherits it. */
    public static final SignalAction IGNORED = new SignalAction(SignalActionFlags.SIG_IGN, 0, 0, 0);

    /**
     * Tells whether the program handles the signal.
     *
     * @return whether there is a handler
     */
    public boolean isCaught() {
        return handler != SignalActionFlags.SIG_DFL && handler != SignalActionFlags.SIG_IGN;
    }

    /**
     * What SA_RESETHAND leaves.
     *
     * @return the default action, with the flags and the mask of this one
     */
    public SignalAction withoutHandler() {
        return new SignalAction(SignalActionFlags.SIG_DFL, flags, restorer, mask);
    }

    /**
     * Tells whether a flag is set.
     *
     * @param flag one of {@link SignalActionFlags}
     * @return whether it is
     */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
