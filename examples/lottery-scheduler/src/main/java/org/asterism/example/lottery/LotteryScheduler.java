package org.asterism.example.lottery;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.process.RunQueue;
import org.asterism.kernel.process.SchedulingWishes;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.osgi.service.component.annotations.Component;

/**
 * The kernel's own tasks run first, then real-time threads by priority; all others hold tickets, from 40 at niceness −20 to 1 at niceness 19, and
 * the winner of a draw runs. {@code /proc/lottery} tells how often threads of each niceness have won.
 *
 * <p>The queue is linked through the tasks, so that it needs no memory. What is counted is written with the run queue locked, and read
 * without: a reader may see numbers of two moments.
 */
@Component
public final class LotteryScheduler implements Scheduler, RunQueue, ProcEntry {
    private static final int MOST_NICENESS = 19;
    private static final int LEAST_NICENESS = -20;
    private static final int KERNEL_PRIORITY = 100;
    private static final long SLICE_NANOS = 4_000_000;

    private final long[] wins = new long[MOST_NICENESS - LEAST_NICENESS + 1];
    private Task first;
    private Task last;
    private Task running;
    private int waiting;
    private long random = 0x9e37_79b9_7f4a_7c15L;

    /** An empty queue. */
    public LotteryScheduler() {}

    @Override
    public void enqueue(Task task, Reason reason) {
        if (task == running) {
            running = null;
        }
        task.setQueueNext(null);
        task.setQueuePrevious(last);
        if (last == null) {
            first = task;
        } else {
            last.setQueueNext(task);
        }
        last = task;
        waiting++;
    }

    @Override
    public Task next() {
        Task chosen = mostUrgent();
        if (chosen != null && priority(chosen) == 0) {
            chosen = draw();
            wins[niceness(chosen) - LEAST_NICENESS]++;
        }
        if (chosen != null) {
            unlink(chosen);
        }
        running = chosen;
        return chosen;
    }

    @Override
    public boolean preempts(Task woken, Task current) {
        return priority(woken) > priority(current);
    }

    @Override
    public boolean tick(Task current, long ranNanos) {
        return ranNanos >= SLICE_NANOS;
    }

    @Override
    public int runnable() {
        return waiting + (running == null ? 0 : 1);
    }

    @Override
    public String path() {
        return "lottery";
    }

    @Override
    public byte[] content() {
        StringBuilder text = new StringBuilder("niceness tickets wins\n");
        for (int niceness = LEAST_NICENESS; niceness <= MOST_NICENESS; niceness++) {
            long won = wins[niceness - LEAST_NICENESS];
            if (won != 0) {
                text.append(niceness).append(' ').append(tickets(niceness)).append(' ').append(won).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The first of those with the highest priority; null if nobody waits. */
    private Task mostUrgent() {
        Task best = first;
        for (Task task = first; task != null; task = task.queueNext()) {
            if (priority(task) > priority(best)) {
                best = task;
            }
        }
        return best;
    }

    /** Everybody who waits has priority 0. */
    private Task draw() {
        long sold = 0;
        for (Task task = first; task != null; task = task.queueNext()) {
            sold += tickets(niceness(task));
        }
        long drawn = Long.remainderUnsigned(nextRandom(), sold);
        Task winner = first;
        for (long passed = tickets(niceness(winner)); passed <= drawn; passed += tickets(niceness(winner))) {
            winner = winner.queueNext();
        }
        return winner;
    }

    /** Marsaglia's xorshift generator with 64 bits of state. */
    private long nextRandom() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return random;
    }

    private void unlink(Task task) {
        Task before = task.queuePrevious();
        Task after = task.queueNext();
        if (before == null) {
            first = after;
        } else {
            before.setQueueNext(after);
        }
        if (after == null) {
            last = before;
        } else {
            after.setQueuePrevious(before);
        }
        task.setQueueNext(null);
        task.setQueuePrevious(null);
        waiting--;
    }

    private static int tickets(int niceness) {
        return MOST_NICENESS + 1 - niceness;
    }

    private static int niceness(Task task) {
        return task.policyState() instanceof SchedulingWishes wishes ? wishes.niceness() : 0;
    }

    private static int priority(Task task) {
        return task.policyState() instanceof SchedulingWishes wishes ? wishes.realTimePriority() : KERNEL_PRIORITY;
    }
}
