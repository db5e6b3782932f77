package org.asterism.service.proc.schedule;

import org.asterism.kernel.process.RunQueue;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Three classes in one queue, best first: the kernel's own tasks, first come first served; real-time threads by priority;
 * fair threads by weighted run time, as in Linux's completely fair scheduler.
 *
 * <p>The queue is a doubly-linked list through the tasks themselves, sorted; a task is inserted from the end, where it
 * usually belongs. A thread that wakes is set back to at most {@link #WAKE_CREDIT_NANOS} before the others, so that
 * interactive programs run at once without starving anybody.
 */
@Component(service = {Scheduler.class, RunQueue.class})
public final class FairScheduler implements Scheduler, RunQueue {
    /** How long a thread runs before an equal one gets its turn. */
    private static final long SLICE_NANOS = 4_000_000;
    /** By how much a woken thread must be behind the running one to preempt it. */
    private static final long WAKE_GRANULARITY_NANOS = 1_000_000;
    private static final long WAKE_CREDIT_NANOS = 6_000_000;
    private static final long ROUND_ROBIN_SLICE_NANOS = 100_000_000;
    /** How long a kernel task runs before programs get a turn in between. */
    private static final long KERNEL_SLICE_NANOS = 50_000_000;
    /** Above every real-time priority. */
    private static final int KERNEL_PRIORITY = 100;

    private Task first;
    private Task last;
    private int length;
    private Task running;
    private long chargedUntil;
    /** No fair thread in the queue has run less than this, but for credit. */
    private long floor;

    /** Makes an empty queue. */
    @Activate
    public FairScheduler() {
    }

    @Override
    public void enqueue(Task task, Reason reason) {
        charge();
        if (task == running) {
            release();
        }
        SchedulingState state = SchedulingState.of(task);
        if (state != null) {
            state.queued = true;
            state.queuedPriority = state.realTimePriority();
            if (reason == Reason.WOKEN || reason == Reason.SPAWNED) {
                long earliest = reason == Reason.WOKEN ? floor - WAKE_CREDIT_NANOS : floor;
                state.virtualRuntime = Math.max(state.virtualRuntime, earliest);
            } else if (reason == Reason.YIELDED && last != null) {
                SchedulingState tail = SchedulingState.of(last);
                if (tail != null && state.queuedPriority == 0) {
                    state.virtualRuntime = Math.max(state.virtualRuntime, tail.virtualRuntime);
                }
            }
        }
        Task before = last;
        // a kernel task that yields, or does not know when to stop, lets everybody run, whatever their class
        boolean letsAllRun = state == null && (reason == Reason.YIELDED || reason == Reason.PREEMPTED);
        while (!letsAllRun && before != null && isBetter(task, before)) {
            before = before.queuePrevious();
        }
        insertAfter(before, task);
    }

    @Override
    public Task next() {
        charge();
        release();
        Task task = first;
        if (task == null) {
            return null;
        }
        unlink(task);
        SchedulingState state = SchedulingState.of(task);
        if (state != null) {
            state.queued = false;
            state.running = true;
        }
        running = task;
        chargedUntil = Clock.monotonicNanos();
        return task;
    }

    @Override
    public boolean preempts(Task woken, Task current) {
        SchedulingState mine = SchedulingState.of(woken);
        SchedulingState other = SchedulingState.of(current);
        int priority = priority(woken);
        int currentPriority = other == null ? KERNEL_PRIORITY : other.realTimePriority();
        if (priority != currentPriority || priority > 0) {
            return priority > currentPriority;
        }
        charge();
        return other.virtualRuntime - mine.virtualRuntime > WAKE_GRANULARITY_NANOS;
    }

    @Override
    public boolean tick(Task current, long ranNanos) {
        charge();
        if (first == null) {
            return false;
        }
        SchedulingState state = SchedulingState.of(current);
        if (state == null) {
            return ranNanos >= KERNEL_SLICE_NANOS;
        }
        int waiting = priority(first);
        int priority = state.realTimePriority();
        if (waiting != priority) {
            return waiting > priority;
        }
        if (priority > 0) {
            return state.policy() == SchedulingState.ROUND_ROBIN && ranNanos >= ROUND_ROBIN_SLICE_NANOS;
        }
        SchedulingState best = SchedulingState.of(first);
        return ranNanos >= SLICE_NANOS && state.virtualRuntime >= best.virtualRuntime;
    }

    @Override
    public int runnable() {
        return length + (running == null ? 0 : 1);
    }

    /** Adds what the running thread ran since last asked to its virtual run time. */
    private void charge() {
        if (running == null) {
            return;
        }
        SchedulingState state = SchedulingState.of(running);
        if (state == null) {
            return;
        }
        long now = Clock.monotonicNanos();
        long ran = now - chargedUntil;
        chargedUntil = now;
        if (ran > 0) {
            state.virtualRuntime += ran * SchedulingState.NORMAL_WEIGHT / state.weight();
        }
        if (state.queuedPriority == 0) {
            long least = state.virtualRuntime;
            if (first != null && priority(first) == 0) {
                least = Math.min(least, SchedulingState.of(first).virtualRuntime);
            }
            floor = Math.max(floor, least);
        }
    }

    private void release() {
        if (running != null) {
            SchedulingState state = SchedulingState.of(running);
            if (state != null) {
                state.running = false;
            }
            running = null;
        }
    }

    private static int priority(Task task) {
        SchedulingState state = SchedulingState.of(task);
        return state == null ? KERNEL_PRIORITY : state.queuedPriority;
    }

    private static boolean isBetter(Task task, Task other) {
        int priority = priority(task);
        int otherPriority = priority(other);
        if (priority != otherPriority || priority > 0) {
            return priority > otherPriority;
        }
        return SchedulingState.of(task).virtualRuntime < SchedulingState.of(other).virtualRuntime;
    }

    private void insertAfter(Task before, Task task) {
        Task after = before == null ? first : before.queueNext();
        task.setQueuePrevious(before);
        task.setQueueNext(after);
        if (before == null) {
            first = task;
        } else {
            before.setQueueNext(task);
        }
        if (after == null) {
            last = task;
        } else {
            after.setQueuePrevious(task);
        }
        length++;
    }

    private void unlink(Task task) {
        first = task.queueNext();
        if (first == null) {
            last = null;
        } else {
            first.setQueuePrevious(null);
        }
        task.setQueueNext(null);
        task.setQueuePrevious(null);
        length--;
    }
}
