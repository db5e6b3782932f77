package org.asterism.ostd.sync;

import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.spi.Machine;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/**
 * Tasks that wait for something to change.
 *
 * <p>Lost wake-ups cannot happen: {@link #await} enqueues before it checks, and a wake between check and sleep leaves a
 * permit. Whoever changes what the condition reads calls a wake method afterwards. Wake methods are legal in atomic context.
 */
public final class WaitQueue {
    private final SpinLock lock = new SpinLock();
    private Waiter first;
    private Waiter last;
    private volatile boolean occupied;

    /** Makes an empty queue. */
    public WaitQueue() {
    }

    /**
     * Sleeps until a condition holds.
     *
     * @param condition checked before sleeping and after each wake
     * @param interruption null for an uninterruptible wait; else checked after the condition, ends the wait when satisfied
     * @param deadlineNanos monotonic nanoseconds, {@link Task#NO_DEADLINE} for none
     * @return how the wait ended; {@link WaitResult#SATISFIED} wins
     * @throws IllegalStateException with preemption off
     */
    public WaitResult await(WaitCondition condition, WaitCondition interruption, long deadlineNanos) {
        Preemption.checkMaySleep();
        if (condition.isSatisfied()) {
            return WaitResult.SATISFIED;
        }
        TaskWaiters own = TaskWaiters.own();
        Waiter waiter = own.take();
        enqueue(waiter);
        try {
            while (true) {
                if (condition.isSatisfied()) {
                    return WaitResult.SATISFIED;
                }
                if (interruption != null && interruption.isSatisfied()) {
                    return WaitResult.INTERRUPTED;
                }
                if (deadlineNanos != Task.NO_DEADLINE && Clock.monotonicNanos() >= deadlineNanos) {
                    return WaitResult.TIMED_OUT;
                }
                Task.parkUntil(deadlineNanos);
            }
        } finally {
            remove(waiter);
            own.give(waiter);
        }
    }

    /**
     * Sleeps until a condition holds, whatever else happens.
     *
     * @param condition checked before sleeping and after each wake
     */
    public void await(WaitCondition condition) {
        await(condition, null, Task.NO_DEADLINE);
    }

    /**
     * Adds a waiter at the end.
     *
     * @param waiter in no queue
     * @throws IllegalStateException if it is in a queue
     */
    public void enqueue(Waiter waiter) {
        try (var held = lock.lock()) {
            if (waiter.queue != null) {
                throw new IllegalStateException("waiter is in a queue already");
            }
            waiter.queue = this;
            waiter.previous = last;
            waiter.next = null;
            if (last == null) {
                first = waiter;
            } else {
                last.next = waiter;
            }
            last = waiter;
            occupied = true;
        }
    }

    /**
     * Takes a waiter out, if it is in this queue.
     *
     * @param waiter any waiter
     */
    public void remove(Waiter waiter) {
        try (var held = lock.lock()) {
            if (waiter.queue == this) {
                unlink(waiter);
            }
        }
    }

    /**
     * Wakes the waiter that came first and moves it to the end.
     *
     * @return whether there was one
     */
    public boolean wakeOne() {
        if (!occupied) {
            return false;
        }
        try (var held = lock.lock()) {
            Waiter waiter = first;
            if (waiter == null) {
                return false;
            }
            if (waiter != last) {
                first = waiter.next;
                first.previous = null;
                waiter.previous = last;
                waiter.next = null;
                last.next = waiter;
                last = waiter;
            }
            wake(waiter);
            return true;
        }
    }

    /** Wakes every waiter. */
    public void wakeAll() {
        if (!occupied) {
            return;
        }
        try (var held = lock.lock()) {
            for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
                wake(waiter);
            }
        }
    }

    /** What the waiters of others do is not to fail whoever wakes them. The lock is held. */
    @BoundedRecursion(times = 2, because = "a lock that a waiter leaves behind wakes tasks, whose waiters leave nothing behind")
    private void wake(Waiter waiter) {
        if (waiter.getClass() == Waiter.class) {
            waiter.unparkTask();
            return;
        }
        Machine machine = Ostd.machine();
        int guards = Preemption.suspend(machine);
        long before = HeldLocks.mark(machine);
        try {
            waiter.wake();
        } catch (Throwable failure) {
            machine.tasks().report("a waiter that was woken", failure);
        }
        HeldLocks.releaseSince(machine, before);
        Preemption.resume(machine, guards);
    }

    /** Unparks the task of every waiter that has one, whatever else waiters do when they are woken. */
    public void wakeTasks() {
        if (!occupied) {
            return;
        }
        try (var held = lock.lock()) {
            for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
                waiter.unparkTask();
            }
        }
    }

    private void unlink(Waiter waiter) {
        if (waiter.previous == null) {
            first = waiter.next;
        } else {
            waiter.previous.next = waiter.next;
        }
        if (waiter.next == null) {
            last = waiter.previous;
        } else {
            waiter.next.previous = waiter.previous;
        }
        waiter.queue = null;
        waiter.next = null;
        waiter.previous = null;
        occupied = first != null;
    }
}
