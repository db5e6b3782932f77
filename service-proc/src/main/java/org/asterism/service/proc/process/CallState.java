package org.asterism.service.proc.process;

/**
 * What a thread keeps from one system call to a later moment: addresses it told the kernel, and a call that was interrupted.
 * Belongs to the thread's own task.
 */
public final class CallState {
    /** Stands for no system call. */
    public static final long NONE = -1;

    private long running = NONE;
    private long clearOnExit;
    private long robustList;
    private long storeIdOnStart;
    private InterruptedCall interruptedCall;
    private CallResumption resumption;

    CallState() {
    }

    /**
     * Where to store zero and wake a waiter when the thread ends.
     *
     * @return a user address, 0 for nowhere
     */
    public long clearOnExit() {
        return clearOnExit;
    }

    /**
     * Sets where to store zero when the thread ends.
     *
     * @param address a user address, 0 for nowhere
     */
    public void setClearOnExit(long address) {
        clearOnExit = address;
    }

    /**
     * The head of the list of robust mutexes.
     *
     * @return a user address, 0 for none
     */
    public long robustList() {
        return robustList;
    }

    /**
     * Sets the head of the list of robust mutexes.
     *
     * @param address a user address, 0 for none
     */
    public void setRobustList(long address) {
        robustList = address;
    }

    /**
     * Where to store the thread's id when it starts.
     *
     * @return a user address, 0 for nowhere
     */
    public long storeIdOnStart() {
        return storeIdOnStart;
    }

    /**
     * Sets where to store the thread's id when it starts.
     *
     * @param address a user address, 0 for nowhere
     */
    public void setStoreIdOnStart(long address) {
        storeIdOnStart = address;
    }

    /**
     * The system call that a signal interrupted, until it is decided whether it is repeated.
     *
     * @return null if there is none
     */
    public InterruptedCall interruptedCall() {
        return interruptedCall;
    }

    /**
     * Notes an interrupted system call.
     *
     * @param call null for none
     */
    public void setInterruptedCall(InterruptedCall call) {
        interruptedCall = call;
    }

    /**
     * What restart_syscall(2) does.
     *
     * @return null if there is nothing to resume
     */
    public CallResumption resumption() {
        return resumption;
    }

    /**
     * Sets what restart_syscall(2) does.
     *
     * @param next null for nothing
     */
    public void setResumption(CallResumption next) {
        resumption = next;
    }

    /**
     * The system call that the thread is in.
     *
     * @return its number; {@link #NONE} outside of one
     */
    public long running() {
        return running;
    }

    /**
     * Notes the system call that the thread is in.
     *
     * @param number its number; {@link #NONE} at its end
     */
    public void setRunning(long number) {
        running = number;
    }
}
