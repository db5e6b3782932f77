package org.asterism.kernel.process;

/** A process as lower services see it. */
public interface UserProcess {
    /**
     * Its id.
     *
     * @return positive
     */
    int id();

    /**
     * Its parent's id.
     *
     * @return 0 for init
     */
    int parentId();

    /**
     * Its group.
     *
     * @return never null
     */
    ProcessGroup group();

    /**
     * Tells whether it leads its session.
     *
     * @return whether its id is the session's
     */
    boolean isSessionLeader();

    /**
     * A resource limit.
     *
     * @param resource as getrlimit(2)
     * @return the soft limit; −1 for none
     */
    long softLimit(int resource);
}
