package org.asterism.ostd.runtime;

/** Tasks that wait, first in first out. Guarded by the lock of its owner; allocates nothing. */
final class WaiterQueue {
    private Waiter first;
    private Waiter last;

    boolean isEmpty() {
        return first == null;
    }

    void add(Waiter waiter) {
        waiter.next = null;
        waiter.released = false;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
    }

    /** Removes a waiter that gave up; nothing happens if it is not there. */
    void remove(Waiter waiter) {
        Waiter before = null;
        for (Waiter w = first; w != null; w = w.next) {
            if (w == waiter) {
                if (before == null) {
                    first = w.next;
                } else {
                    before.next = w.next;
                }
                if (last == w) {
                    last = before;
                }
                return;
            }
            before = w;
        }
    }

    /** Removes the first waiter and makes its task runnable; false if there is none. */
    boolean releaseFirst() {
        Waiter waiter = first;
        if (waiter == null) {
            return false;
        }
        first = waiter.next;
        if (first == null) {
            last = null;
        }
        waiter.released = true;
        Parking.current().unpark(waiter.threadArea);
        return true;
    }
}
