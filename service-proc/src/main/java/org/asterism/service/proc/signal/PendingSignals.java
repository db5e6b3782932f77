package org.asterism.service.proc.signal;

import org.asterism.kernel.abi.Signals;

/**
 * Signals that were sent and not taken yet, of a thread or of a process. A standard signal waits at most once; realtime
 * signals queue in the order they were sent. Allocates nothing, so it can be used with preemption off.
 */
public final class PendingSignals {
    private volatile long set;
    private int queued;
    private SignalInfo first;
    private SignalInfo last;

    /** Makes an empty set. */
    public PendingSignals() {
    }

    /**
     * The signals that wait.
     *
     * @return bit n−1 for signal n
     */
    public long set() {
        return set;
    }

    /**
     * Infos in the queue.
     *
     * @return from 0
     */
    public int queued() {
        return queued;
    }

    /**
     * Adds a signal, unless it is a standard one that waits already.
     *
     * @param info in no queue
     * @return whether it was added
     */
    public boolean add(SignalInfo info) {
        long bit = Signals.bit(info.signal());
        if (info.signal() < Signals.SIGRTMIN && (set & bit) != 0) {
            return false;
        }
        set |= bit;
        info.next = null;
        if (last == null) {
            first = info;
        } else {
            last.next = info;
        }
        last = info;
        info.queued = true;
        queued++;
        return true;
    }

    /**
     * Takes the next signal: the thread's own faults first, then the lowest number, then the oldest.
     *
     * @param wanted signals to consider
     * @return null if none of them waits
     */
    public SignalInfo take(long wanted) {
        long candidates = set & wanted;
        if (candidates == 0) {
            return null;
        }
        long synchronous = candidates & Signals.SYNCHRONOUS;
        int signal = Long.numberOfTrailingZeros(synchronous != 0 ? synchronous : candidates) + 1;
        SignalInfo found = null;
        SignalInfo beforeFound = null;
        boolean more = false;
        SignalInfo before = null;
        for (SignalInfo info = first; info != null; info = info.next) {
            if (info.signal() == signal) {
                if (found != null) {
                    more = true;
                    break;
                }
                found = info;
                beforeFound = before;
            }
            before = info;
        }
        if (!more) {
            set &= ~Signals.bit(signal);
        }
        unlink(found, beforeFound);
        return found;
    }

    /**
     * Drops signals.
     *
     * @param unwanted which
     */
    public void remove(long unwanted) {
        if ((set & unwanted) == 0) {
            return;
        }
        set &= ~unwanted;
        SignalInfo before = null;
        SignalInfo info = first;
        while (info != null) {
            SignalInfo next = info.next;
            if ((Signals.bit(info.signal()) & unwanted) != 0) {
                unlink(info, before);
            } else {
                before = info;
            }
            info = next;
        }
    }

    private void unlink(SignalInfo info, SignalInfo before) {
        if (before == null) {
            first = info.next;
        } else {
            before.next = info.next;
        }
        if (last == info) {
            last = before;
        }
        info.next = null;
        info.queued = false;
        queued--;
    }
}
