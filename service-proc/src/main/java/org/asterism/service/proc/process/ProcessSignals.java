package org.asterism.service.proc.process;

import org.asterism.kernel.abi.SignalCodes;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.SignalActionFlags;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.service.proc.signal.PendingSignals;
import org.asterism.service.proc.signal.SignalAction;
import org.asterism.service.proc.signal.SignalActions;
import org.asterism.service.proc.signal.SignalInfo;

/**
 * The signal side of a process: actions, what waits for any of its threads, being stopped, being ended.
 *
 * <p>All fields are guarded by the signal lock; those that are volatile may be read without it.
 */
public final class ProcessSignals {
    private final Process process;
    private final SpinLock lock = new SpinLock();
    private final PendingSignals shared = new PendingSignals();
    private final WaitQueue stopQueue = new WaitQueue();
    private volatile SignalActions actions;

    private volatile int stopSignal;
    private volatile boolean stopped;
    private volatile int stopEpoch;
    private int stoppedThreads;
    private int unreportedStop;
    private boolean unreportedContinue;

    private volatile boolean ending;
    private int endStatus;

    ProcessSignals(Process process, SignalActions actions) {
        this.process = process;
        this.actions = actions;
    }

    /**
     * The signal lock.
     *
     * @return spins; nothing that sleeps or allocates may happen under it
     */
    public SpinLock lock() {
        return lock;
    }

    /**
     * The actions.
     *
     * @return change them under the lock
     */
    public SignalActions actions() {
        return actions;
    }

    /**
     * Replaces the actions, at execve(2).
     *
     * @param replacement from now on
     */
    public void replaceActions(SignalActions replacement) {
        actions = replacement;
    }

    /**
     * Signals for any thread.
     *
     * @return guarded by the lock
     */
    public PendingSignals shared() {
        return shared;
    }

    /**
     * Tells whether all threads are to end.
     *
     * @return whether exit_group(2) or a fatal signal came
     */
    public boolean isEnding() {
        return ending;
    }

    /**
     * The wait status that the process ends with.
     *
     * @return meaningful once {@link #isEnding()}
     */
    public int endStatus() {
        return endStatus;
    }

    /**
     * Tells whether the threads are to stop.
     *
     * @return the signal that stops them, 0 if they run
     */
    public int stopSignal() {
        return stopSignal;
    }

    /**
     * Tells whether all threads have stopped.
     *
     * @return whether the process is stopped
     */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Sends a signal. Legal in atomic context.
     *
     * @param info the signal
     * @param only the thread it is for; null for the process, where any thread takes it
     */
    public void send(SignalInfo info, ProgramThread only) {
        int signal = info.signal();
        if (process.ignoresAllSignals()) {
            return;
        }
        if (signal == Signals.SIGKILL) {
            beginEnd(signal);
            return;
        }
        long bit = Signals.bit(signal);
        boolean continued = false;
        try (var held = lock.lock()) {
            if (ending) {
                return;
            }
            if (signal == Signals.SIGCONT) {
                removeEverywhere(Signals.STOPPING);
                continued = resume();
            } else if ((Signals.STOPPING & bit) != 0) {
                removeEverywhere(Signals.bit(Signals.SIGCONT));
            }
            ProgramThread first = only != null ? only : process.leader();
            boolean blocked = (first.signals().blocked() & bit) != 0;
            if (blocked || !actions.isIgnored(signal)) {
                if ((only != null ? only.signals().pending() : shared).add(info)) {
                    wakeFor(bit, only);
                }
            }
        }
        if (continued) {
            tellParent(SignalCodes.CLD_CONTINUED, Signals.SIGCONT);
        }
    }

    /**
     * Sends a signal that the thread itself caused: it cannot be blocked or ignored.
     *
     * @param info the signal
     * @param thread the current one
     */
    public void force(SignalInfo info, ProgramThread thread) {
        int signal = info.signal();
        long bit = Signals.bit(signal);
        try (var held = lock.lock()) {
            boolean blocked = (thread.signals().blocked() & bit) != 0;
            if (blocked || actions.get(signal).handler() == SignalActionFlags.SIG_IGN) {
                actions.set(signal, SignalAction.DEFAULT);
                thread.signals().setBlockedLocked(thread.signals().blocked() & ~bit);
            }
            thread.signals().pending().add(info);
            thread.signals().wake();
        }
    }

    /**
     * Begins the end of all threads; the first call decides the status.
     *
     * @param status the wait status
     * @return whether this call was the first
     */
    public boolean beginEnd(int status) {
        try (var held = lock.lock()) {
            if (ending) {
                return false;
            }
            ending = true;
            endStatus = status;
            stopSignal = 0;
            stopped = false;
            for (ProgramThread thread : process.threadArray()) {
                thread.signals().wake();
            }
        }
        stopQueue.wakeAll();
        return true;
    }

    /**
     * Begins to stop all threads.
     *
     * @param signal why
     */
    public void beginStop(int signal) {
        try (var held = lock.lock()) {
            if (ending || stopSignal != 0) {
                return;
            }
            stopSignal = signal;
            stoppedThreads = 0;
            for (ProgramThread thread : process.threadArray()) {
                thread.signals().wake();
            }
        }
    }

    /**
     * Stops the current thread until the process is continued or ended.
     *
     * @param thread the current one
     */
    public void stopHere(ProgramThread thread) {
        int epoch;
        int signal;
        boolean complete;
        try (var held = lock.lock()) {
            if (stopSignal == 0 || ending) {
                return;
            }
            epoch = stopEpoch;
            signal = stopSignal;
            stoppedThreads++;
            complete = completeStop();
        }
        if (complete) {
            tellParent(SignalCodes.CLD_STOPPED, signal);
        }
        stopQueue.await(() -> stopEpoch != epoch || ending || thread.signals().isCondemned());
    }

    /**
     * A thread is gone: if the others were waiting for it to stop, they are stopped now.
     */
    void threadGone() {
        int signal;
        boolean complete;
        try (var held = lock.lock()) {
            signal = stopSignal;
            complete = stopSignal != 0 && !ending && process.threadArray().length > 0 && completeStop();
        }
        if (complete) {
            tellParent(SignalCodes.CLD_STOPPED, signal);
        }
    }

    private boolean completeStop() {
        if (stopped || stoppedThreads < process.threadArray().length) {
            return false;
        }
        stopped = true;
        unreportedStop = stopSignal;
        unreportedContinue = false;
        return true;
    }

    private boolean resume() {
        if (stopSignal == 0) {
            return false;
        }
        boolean was = stopped;
        stopSignal = 0;
        stopped = false;
        stoppedThreads = 0;
        unreportedStop = 0;
        unreportedContinue = was;
        stopEpoch++;
        stopQueue.wakeAll();
        return was;
    }

    /**
     * Takes the news that the process stopped.
     *
     * @param consume whether the news is told once only
     * @return the signal that stopped it, 0 if there is no news
     */
    public int takeStop(boolean consume) {
        try (var held = lock.lock()) {
            int signal = unreportedStop;
            if (consume) {
                unreportedStop = 0;
            }
            return signal;
        }
    }

    /**
     * Takes the news that the process was continued.
     *
     * @param consume whether the news is told once only
     * @return whether there is news
     */
    public boolean takeContinue(boolean consume) {
        try (var held = lock.lock()) {
            boolean news = unreportedContinue;
            if (consume) {
                unreportedContinue = false;
            }
            return news;
        }
    }

    /**
     * Tells whether a signal's action drops the news of stopped children.
     *
     * @return whether SIGCHLD is ignored or has SA_NOCLDSTOP
     */
    private boolean wantsNoStops() {
        SignalAction action = actions.get(Signals.SIGCHLD);
        return action.handler() == SignalActionFlags.SIG_IGN || action.has(SignalActionFlags.SA_NOCLDSTOP);
    }

    private void tellParent(int code, int status) {
        Process parent = process.parent();
        if (parent == null) {
            return;
        }
        parent.childEvents().wakeAll();
        if (parent.signals().wantsNoStops()) {
            return;
        }
        try (var assured = Allocation.assured()) {
            parent.signals().send(SignalInfo.ofChild(Signals.SIGCHLD, code, process.id(), process.realUser(), status,
                    process.userTicks(), process.systemTicks()), null);
        }
    }

    /**
     * Drops signals of the process and of all its threads; with the lock held.
     *
     * @param unwanted which
     */
    public void removeEverywhere(long unwanted) {
        shared.remove(unwanted);
        for (ProgramThread thread : process.threadArray()) {
            thread.signals().pending().remove(unwanted);
        }
    }

    private void wakeFor(long bit, ProgramThread only) {
        if (only != null) {
            if (only.signals().wants(bit)) {
                only.signals().wake();
            }
            return;
        }
        ProgramThread leader = process.leader();
        ProgramThread[] threads = process.threadArray();
        ProgramThread chosen = null;
        for (ProgramThread thread : threads) {
            if (thread.signals().wants(bit) && (chosen == null || thread == leader)) {
                chosen = thread;
            }
        }
        if (chosen != null) {
            chosen.signals().wake();
        }
    }
}
