package org.asterism.ostd.sync;

/** How a wait ended. */
public enum WaitResult {
    /** The condition holds. */
    SATISFIED,
    /** The interruption came first: a signal, usually. */
    INTERRUPTED,
    /** The deadline passed first. */
    TIMED_OUT
}
