package org.asterism.service.proc.process;

import org.asterism.kernel.abi.AlternateStack;
import org.asterism.kernel.abi.Signals;
import org.asterism.ostd.task.Task;
import org.asterism.service.proc.signal.PendingSignals;

/**
 * What a thread does with signals: its mask, what is pending for it alone, and where its handlers run.
 *
 * <p>Guarded by the process's signal lock where a method does not say otherwise; volatile fields may be read without it.
 */
public final class ThreadSignals {
    private final Process process;
    private final Task task;
    private final PendingSignals pending = new PendingSignals();
    private volatile long blocked;
    private volatile long awaited;
    private volatile boolean signalled;
    private volatile boolean condemned;
    /** These three belong to the thread's own task. */
    private boolean maskToRestore;
    private long savedMask;
    private AlternateStack alternateStack = AlternateStack.NONE;

    ThreadSignals(Process process, Task task) {
        this.process = process;
        this.task = task;
    }

    /**
     * Tells whether there is something to look at before the thread sleeps or returns to user mode. Needs no lock.
     *
     * @return whether there is
     */
    boolean isSignalled() {
        return signalled;
    }

    /**
     * Tells whether execve(2) of another thread ends this one. Needs no lock.
     *
     * @return whether it does
     */
    public boolean isCondemned() {
        return condemned;
    }

    /** Ends this thread because another one calls execve(2). */
    public void condemn() {
        condemned = true;
        wake();
    }

    /** Makes the thread look at its signals, now or before it returns to user mode. Legal in atomic context. */
    void wake() {
        signalled = true;
        task.unpark();
        task.raiseEvent();
    }

    boolean wants(long bit) {
        return ((blocked & ~awaited) & bit) == 0;
    }

    /**
     * Signals for this thread only.
     *
     * @return guarded by the signal lock
     */
    public PendingSignals pending() {
        return pending;
    }

    /**
     * The signal mask. Needs no lock.
     *
     * @return bit n−1 for signal n
     */
    public long blocked() {
        return blocked;
    }

    /**
     * Sets the signal mask; SIGKILL and SIGSTOP stay unblocked. Takes the signal lock.
     *
     * @param mask bit n−1 for signal n
     */
    public void setBlocked(long mask) {
        try (var held = process.signals().lock().lock()) {
            setBlockedLocked(mask);
        }
    }

    /**
     * {@link #setBlocked} with the signal lock held.
     *
     * @param mask bit n−1 for signal n
     */
    public void setBlockedLocked(long mask) {
        blocked = mask & ~Signals.UNBLOCKABLE;
        recompute();
    }

    /**
     * Takes a mask over before the thread starts.
     *
     * @param mask bit n−1 for signal n
     */
    public void inheritMask(long mask) {
        blocked = mask;
    }

    /** Works out again whether there is something to look at. */
    public void recompute() {
        ProcessSignals signals = process.signals();
        signalled = condemned || signals.isEnding() || signals.stopSignal() != 0
                || ((pending.set() | signals.shared().set()) & ~blocked) != 0;
    }

    /**
     * Signals that sigtimedwait(2) waits for. Needs no lock.
     *
     * @param set bit n−1 for signal n; 0 for none
     */
    public void setAwaited(long set) {
        awaited = set;
    }

    /** Sets a mask until the system call ends. Called by the thread itself, without the lock. */
    void setTemporaryMask(long mask) {
        savedMask = blocked;
        maskToRestore = true;
        setBlocked(mask);
    }

    /**
     * The mask to save in a signal frame: the one before a temporary mask. Called by the thread itself.
     *
     * @return bit n−1 for signal n
     */
    public long takeMaskForFrame() {
        if (maskToRestore) {
            maskToRestore = false;
            return savedMask;
        }
        return blocked;
    }

    /**
     * Tells whether a temporary mask is in force. Called by the thread itself.
     *
     * @return whether {@link #restoreMask()} has something to do
     */
    public boolean hasMaskToRestore() {
        return maskToRestore;
    }

    /** Ends a temporary mask, if there is one. Called by the thread itself, without the lock. */
    public void restoreMask() {
        if (maskToRestore) {
            maskToRestore = false;
            setBlocked(savedMask);
        }
    }

    /**
     * The alternate signal stack. Called by the thread itself.
     *
     * @return never null
     */
    public AlternateStack alternateStack() {
        return alternateStack;
    }

    /**
     * Sets the alternate signal stack. Called by the thread itself, or before it starts.
     *
     * @param stack {@link AlternateStack#NONE} for none
     */
    public void setAlternateStack(AlternateStack stack) {
        alternateStack = stack;
    }
}
