package org.asterism.kernel.process;

/** A job: processes that get a terminal's signals together. */
public interface ProcessGroup extends SignalTarget {
    /**
     * Its id.
     *
     * @return positive
     */
    int id();

    /**
     * Its session.
     *
     * @return never null
     */
    Session session();

    /**
     * Tells whether no member has a parent in another group of the session: then nobody could continue it when stopped.
     *
     * @return whether stop signals from the terminal are of no use
     */
    boolean isOrphaned();
}
