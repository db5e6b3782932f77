package org.asterism.service.proc.process;

/** What prctl(2) and personality(2) set for a process. Each value is read and written alone. */
public final class ProcessAttributes {
    private volatile boolean subreaper;
    private volatile int parentDeathSignal;
    private volatile boolean dumpable = true;
    private volatile boolean noNewPrivileges;
    private volatile int personality;

    ProcessAttributes() {
    }

    /**
     * Takes over what a child inherits.
     *
     * @param parent whose attributes
     */
    public void inherit(ProcessAttributes parent) {
        dumpable = parent.dumpable;
        noNewPrivileges = parent.noNewPrivileges;
        personality = parent.personality;
    }

    /**
     * Tells whether orphans below it become its children.
     *
     * @return as prctl(2) PR_SET_CHILD_SUBREAPER set
     */
    public boolean isSubreaper() {
        return subreaper;
    }

    /**
     * Sets whether orphans below become its children.
     *
     * @param value whether they do
     */
    public void setSubreaper(boolean value) {
        subreaper = value;
    }

    /**
     * The signal it gets when its parent ends.
     *
     * @return 0 for none
     */
    public int parentDeathSignal() {
        return parentDeathSignal;
    }

    /**
     * Sets the signal it gets when its parent ends.
     *
     * @param signal 0 for none
     */
    public void setParentDeathSignal(int signal) {
        parentDeathSignal = signal;
    }

    /**
     * The dumpable attribute of prctl(2).
     *
     * @return true unless cleared
     */
    public boolean isDumpable() {
        return dumpable;
    }

    /**
     * Sets the dumpable attribute.
     *
     * @param value as prctl(2)
     */
    public void setDumpable(boolean value) {
        dumpable = value;
    }

    /**
     * Tells whether execve(2) grants no privileges.
     *
     * @return as prctl(2) PR_SET_NO_NEW_PRIVS
     */
    public boolean hasNoNewPrivileges() {
        return noNewPrivileges;
    }

    /** Gives up privileges through execve(2), for good. */
    public void renounceNewPrivileges() {
        noNewPrivileges = true;
    }

    /**
     * The execution domain.
     *
     * @return as personality(2)
     */
    public int personality() {
        return personality;
    }

    /**
     * Sets the execution domain.
     *
     * @param value as personality(2)
     */
    public void setPersonality(int value) {
        personality = value;
    }
}
