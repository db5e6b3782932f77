package org.asterism.ostd.linux;

import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblySymbol;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.unsafe.Words;

/**
 * The tasks of this process, run in turn on one thread of Linux; a signal preempts them at any instruction. Its state is guarded by
 * preemption off.
 */
final class LinuxScheduler extends Parking {
    private static LinuxScheduler scheduler;

    private LinuxTask current;
    private LinuxTask freeStacks;
    private int identities;
    private int living;

    /** A scheduler with the running task alone. */
    LinuxScheduler() {
        current = new LinuxTask(ThreadArea.current());
        current.next = current;
        identities = 1;
        living = 1;
        scheduler = this;
    }

    static LinuxScheduler get() {
        return scheduler;
    }

    @AssemblySymbol("asterism_switch")
    private static native void switchStacks(long savedStackPointer, long stackPointer, long area);

    /** Starts a task. */
    LinuxTask start(Runnable body) {
        long mapping = takeStack();
        LinuxTask task = new LinuxTask(mapping, newIdentity(), body);
        Preemption.disable();
        task.next = current.next;
        current.next = task;
        living++;
        Preemption.enable();
        LinuxTimer.ensureStarted();
        return task;
    }

    /** Two tasks of one identity would own each other's monitors. */
    private int newIdentity() {
        Preemption.disable();
        int identity = ++identities & 0xFFFF;
        Preemption.enable();
        return identity;
    }

    private long takeStack() {
        Preemption.disable();
        LinuxTask ended = freeStacks;
        if (ended != null && ended != current) {
            freeStacks = ended.next;
        }
        Preemption.enable();
        if (ended != null) {
            return ended.mapping();
        }
        long mapping = LinuxSystemCalls.reserve(LinuxTask.mappingBytes());
        if (mapping < 0 && mapping > -4096) {
            throw new OutOfMemoryError("mmap of a task's stack failed: errno " + -mapping);
        }
        return mapping;
    }

    @Exported("asterism_task_main")
    static void runTask() {
        LinuxTask task = scheduler.current;
        LinuxTimer.carryOver();
        Preemption.enable();
        task.body.run();
        ManagedHeap.taskEnded(task.area);
        scheduler.end(task);
    }

    private void end(LinuxTask task) {
        Preemption.disable();
        LinuxTask before = task;
        while (before.next != task) {
            before = before.next;
        }
        before.next = task.next;
        living--;
        LinuxTask chosen = choose(task.next);
        task.next = freeStacks;
        freeStacks = task;
        switchTo(task, chosen);
    }

    /** Gives the CPU to the next task that wants it, if there is one. Preemption off. */
    void reschedule() {
        LinuxTask from = current;
        LinuxTask to = choose(from.next);
        if (to != from) {
            switchTo(from, to);
        }
    }

    private void switchTo(LinuxTask from, LinuxTask to) {
        current = to;
        to.waiting = false;
        switchStacks(from.savedStackPointer(), Address.loadLong(to.savedStackPointer()), to.area);
        LinuxTimer.carryOver();
    }

    /** The first task from a place in the ring that can run; sleeps until there is one. */
    private LinuxTask choose(LinuxTask first) {
        while (true) {
            long now = LinuxClock.nanoTime();
            long earliest = Long.MAX_VALUE;
            LinuxTask task = first;
            do {
                if (task.isRunnable(now)) {
                    return task;
                }
                earliest = Words.min(earliest, task.deadlineNanos);
                task = task.next;
            } while (task != first);
            if (earliest == Long.MAX_VALUE) {
                throw Abort.because("every task waits for another one, which would be for ever; tasks", living);
            }
            LinuxClock.sleep(earliest - now);
        }
    }

    @Override
    public void park(long timeoutNanos) {
        Preemption.disable();
        LinuxTask self = current;
        if (!self.permit) {
            self.deadlineNanos = timeoutNanos == Long.MAX_VALUE ? Long.MAX_VALUE : LinuxClock.nanoTime() + timeoutNanos;
            self.waiting = true;
            Address.storeInt(self.area + ThreadArea.PARKED, 1);
            reschedule();
            Address.storeInt(self.area + ThreadArea.PARKED, 0);
            self.waiting = false;
        }
        self.permit = false;
        Preemption.enable();
    }

    @Override
    public void unpark(long threadArea) {
        Preemption.disable(); // a task that ended meanwhile would lead out of the ring
        LinuxTask task = current;
        while (task.area != threadArea && task.next != current) {
            task = task.next;
        }
        if (task.area == threadArea) {
            task.permit = true;
        }
        Preemption.enable();
    }

    @Override
    public void preempt() {
        LinuxTimer.actLater();
    }

    @Override
    public long nanoTime() {
        return LinuxClock.nanoTime();
    }

    /** The task that runs. */
    LinuxTask running() {
        return current;
    }
}
