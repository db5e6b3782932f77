package org.asterism.kernel.memory;

/** What became of a page fault. */
public enum FaultOutcome {
    /** The access may be retried. */
    RESOLVED,
    /** Nothing is mapped there: SIGSEGV with SEGV_MAPERR. */
    NOT_MAPPED,
    /** The mapping does not allow the access: SIGSEGV with SEGV_ACCERR. */
    NOT_ALLOWED,
    /** The file behind the mapping ends before: SIGBUS with BUS_ADRERR. */
    PAST_END,
    /** No memory: the process is killed. */
    NO_MEMORY
}
