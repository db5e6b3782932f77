package org.asterism.service.proc.signal;

import org.asterism.kernel.abi.SignalActionFlags;
import org.asterism.kernel.abi.Signals;

/** The actions of a process for all signals, shared by processes that were cloned with CLONE_SIGHAND. */
public final class SignalActions {
    private final SignalAction[] actions;

    /** All signals have their default action. */
    public SignalActions() {
        actions = new SignalAction[Signals.SIGRTMAX + 1];
        for (int signal = 0; signal < actions.length; signal++) {
            actions[signal] = SignalAction.DEFAULT;
        }
    }

    private SignalActions(SignalAction[] actions) {
        this.actions = actions;
    }

    /**
     * The action for a signal.
     *
     * @param signal from 1 to 64
     * @return never null
     */
    public SignalAction get(int signal) {
        return actions[signal];
    }

    /**
     * Replaces the action for a signal.
     *
     * @param signal from 1 to 64
     * @param action from now on
     */
    public void set(int signal, SignalAction action) {
        actions[signal] = action;
    }

    /**
     * A copy for a new process.
     *
     * @return independent of this
     */
    public SignalActions copy() {
        return new SignalActions(actions.clone());
    }

    /**
     * A copy for a new program: handlers are gone, what is ignored stays ignored.
     *
     * @return independent of this
     */
    public SignalActions withoutHandlers() {
        SignalActions made = new SignalActions();
        for (int signal = 1; signal <= Signals.SIGRTMAX; signal++) {
            if (actions[signal].handler() == SignalActionFlags.SIG_IGN) {
                made.actions[signal] = SignalAction.IGNORED;
            }
        }
        return made;
    }

    /**
     * Tells whether a signal has no effect: it is ignored, or its default action does nothing.
     *
     * @param signal from 1 to 64
     * @return whether sending it is in vain
     */
    public boolean isIgnored(int signal) {
        long handler = actions[signal].handler();
        return handler == SignalActionFlags.SIG_IGN
                || handler == SignalActionFlags.SIG_DFL && (Signals.IGNORED_BY_DEFAULT & Signals.bit(signal)) != 0;
    }

    /**
     * The signals that are ignored explicitly.
     *
     * @return bit n−1 for signal n
     */
    public long ignoredSet() {
        long set = 0;
        for (int signal = 1; signal <= Signals.SIGRTMAX; signal++) {
            if (actions[signal].handler() == SignalActionFlags.SIG_IGN) {
                set |= Signals.bit(signal);
            }
        }
        return set;
    }

    /**
     * The signals that have handlers.
     *
     * @return bit n−1 for signal n
     */
    public long caughtSet() {
        long set = 0;
        for (int signal = 1; signal <= Signals.SIGRTMAX; signal++) {
            if (actions[signal].isCaught()) {
                set |= Signals.bit(signal);
            }
        }
        return set;
    }
}
