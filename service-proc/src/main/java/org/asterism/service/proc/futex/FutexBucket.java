package org.asterism.service.proc.futex;

import org.asterism.ostd.sync.SpinLock;

/** Sleepers whose keys spread alike, oldest first. All methods but {@link #lock} need the lock. */
final class FutexBucket {
    final SpinLock lock = new SpinLock();
    /** Place in the lock order. */
    final int index;
    private FutexWaiter first;
    private FutexWaiter last;

    FutexBucket(int index) {
        this.index = index;
    }

    void add(FutexWaiter waiter) {
        waiter.bucket = this;
        waiter.next = null;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
    }

    void remove(FutexWaiter gone) {
        FutexWaiter before = null;
        for (FutexWaiter waiter = first; waiter != null; waiter = waiter.next) {
            if (waiter == gone) {
                unlink(before, waiter);
                return;
            }
            before = waiter;
        }
    }

    int wake(FutexKey key, int most, int bits) {
        int count = 0;
        FutexWaiter before = null;
        FutexWaiter waiter = first;
        while (waiter != null && count < most) {
            FutexWaiter next = waiter.next;
            if (waiter.key.matches(key) && (waiter.bits & bits) != 0) {
                unlink(before, waiter);
                waiter.woken = true;
                waiter.task.unpark();
                count++;
            } else {
                before = waiter;
            }
            waiter = next;
        }
        return count;
    }

    int move(FutexKey from, FutexKey to, FutexBucket target, int most) {
        int count = 0;
        FutexWaiter before = null;
        FutexWaiter waiter = first;
        FutexWaiter end = last;
        while (waiter != null && count < most) {
            FutexWaiter next = waiter == end ? null : waiter.next;
            if (waiter.key.matches(from)) {
                waiter.key.set(to);
                if (target != this) {
                    unlink(before, waiter);
                    target.add(waiter);
                } else {
                    before = waiter;
                }
                count++;
            } else {
                before = waiter;
            }
            waiter = next;
        }
        return count;
    }

    private void unlink(FutexWaiter before, FutexWaiter waiter) {
        if (before == null) {
            first = waiter.next;
        } else {
            before.next = waiter.next;
        }
        if (last == waiter) {
            last = before;
        }
        waiter.next = null;
        waiter.bucket = null;
    }
}
