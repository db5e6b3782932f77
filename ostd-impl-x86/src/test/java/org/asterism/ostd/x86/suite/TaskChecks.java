package org.asterism.ostd.x86.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.mm.MemoryStatistics;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/** Tasks: start, end, park, preemption, timers, and collections while they preempt each other. */
final class TaskChecks {
    private static volatile long sink;

    private TaskChecks() {}

    static void run() {
        MachineSuite.check("clock goes on", TaskChecks::clockGoesOn);
        MachineSuite.check("tasks run and are joined", TaskChecks::tasksAreJoined);
        MachineSuite.check("busy tasks preempt each other", TaskChecks::busyTasksPreemptEachOther);
        MachineSuite.check("sleeps last as long as asked", TaskChecks::sleepsLast);
        MachineSuite.check("timers fire in order", TaskChecks::timersFireInOrder);
        MachineSuite.check("mutex excludes", TaskChecks::mutexExcludes);
        MachineSuite.check("monitors exclude", TaskChecks::monitorsExclude);
        MachineSuite.check("collections while tasks preempt each other", TaskChecks::collections);
        MachineSuite.check("parking in atomic context is refused", TaskChecks::parkInAtomicContext);
        MachineSuite.check("stack overflow is an error", TaskChecks::stackOverflow);
        MachineSuite.check("thousands of tasks leave no frame behind", TaskChecks::tasksLeakNothing);
    }

    private static void clockGoesOn() {
        long before = Clock.monotonicNanos();
        for (int i = 0; i < 1000; i++) {
            long now = Clock.monotonicNanos();
            MachineSuite.expect(now >= before, "the clock went back");
            before = now;
        }
    }

    /** Starts tasks and waits until all have ended their bodies. */
    static void together(int count, Runnable body) {
        AtomicInteger left = new AtomicInteger(count);
        Task self = Task.current();
        for (int i = 0; i < count; i++) {
            TaskOptions.of(() -> {
                try {
                    body.run();
                } finally {
                    left.decrementAndGet();
                    self.unpark();
                }
            }).name("worker").spawn();
        }
        while (left.get() > 0) {
            Task.park();
        }
    }

    private static void tasksAreJoined() {
        AtomicInteger ran = new AtomicInteger();
        together(10, ran::incrementAndGet);
        MachineSuite.expect(10, ran.get(), "tasks that ran");
    }

    private static void busyTasksPreemptEachOther() {
        AtomicInteger number = new AtomicInteger();
        AtomicLong[] progress = {new AtomicLong(), new AtomicLong()};
        AtomicInteger starved = new AtomicInteger();
        together(2, () -> {
            int mine = number.getAndIncrement();
            long end = Clock.monotonicNanos() + 20_000_000_000L;
            long seen = 0;
            // Neither gives way by itself: each change that one sees of the other is a preemption.
            for (int changes = 0; changes < 5;) {
                progress[mine].incrementAndGet();
                long other = progress[1 - mine].get();
                if (other != seen) {
                    seen = other;
                    changes++;
                } else if (progress[1 - mine].get() < 0) {
                    return;
                } else if (Clock.monotonicNanos() > end) {
                    starved.incrementAndGet();
                    return;
                }
            }
            progress[mine].set(Long.MIN_VALUE);
        });
        MachineSuite.expect(0, starved.get(), "busy tasks that saw no progress of the other");
    }

    private static void sleepsLast() {
        long start = Clock.monotonicNanos();
        sleep(20_000_000);
        long took = Clock.monotonicNanos() - start;
        MachineSuite.expect(took >= 20_000_000 && took < 10_000_000_000L, "a sleep of 20 ms took ns " + took);
    }

    private static void timersFireInOrder() {
        List<Integer> fired = new ArrayList<>(64);
        AtomicInteger count = new AtomicInteger();
        int[] order = new int[20];
        Timer[] timers = new Timer[20];
        long base = Clock.monotonicNanos() + 400_000_000;
        for (int i = 0; i < timers.length; i++) {
            int number = i;
            timers[i] = new Timer(now -> order[count.getAndIncrement()] = number);
        }
        for (int i = 0; i < timers.length; i++) {
            int shuffled = i * 7 % timers.length;
            timers[shuffled].arm(base + shuffled * 300_000L);
        }
        MachineSuite.expect(timers[13].cancel(), "an armed timer could not be cancelled");
        while (count.get() < timers.length - 1) {
            Task.parkUntil(Clock.monotonicNanos() + 2_000_000);
        }
        int last = -1;
        for (int i = 0; i < timers.length - 1; i++) {
            MachineSuite.expect(order[i] > last && order[i] != 13, "timer " + order[i] + " fired after " + last);
            last = order[i];
            fired.add(last);
        }
    }

    private static void mutexExcludes() {
        Mutex mutex = new Mutex();
        WaitQueue done = new WaitQueue();
        long[] counter = new long[1];
        together(4, () -> {
            for (int i = 0; i < 20_000; i++) {
                try (var held = mutex.lock()) {
                    counter[0]++;
                }
            }
            done.wakeAll();
        });
        MachineSuite.expect(80_000, counter[0], "counted under the mutex");
    }

    private static void monitorsExclude() {
        Object monitor = new Object();
        long[] counter = new long[1];
        together(4, () -> {
            for (int i = 0; i < 20_000; i++) {
                synchronized (monitor) {
                    counter[0]++;
                }
            }
        });
        MachineSuite.expect(80_000, counter[0], "counted in the monitor");
    }

    private static void collections() {
        long before = MemoryStatistics.heap(HeapFigure.COLLECTIONS);
        AtomicLong sum = new AtomicLong();
        together(4, () -> {
            Map<Integer, String> kept = new HashMap<>();
            for (int i = 0; i < 60_000; i++) {
                kept.put(i % 500, "value " + i);
                sink += new byte[100 + i % 300].length;
            }
            long mine = 0;
            for (Map.Entry<Integer, String> entry : kept.entrySet()) {
                mine += Integer.parseInt(entry.getValue().substring(6));
            }
            sum.addAndGet(mine);
        });
        long wanted = 4L * (59_500 + 59_999) * 500 / 2;
        MachineSuite.expect(wanted, sum.get(), "sum of what survived");
        MachineSuite.expect(MemoryStatistics.heap(HeapFigure.COLLECTIONS) > before, "nothing was collected");
    }

    private static void parkInAtomicContext() {
        boolean refused = false;
        try (var held = Preemption.disable()) {
            Task.park();
        } catch (IllegalStateException expected) {
            refused = true;
        }
        MachineSuite.expect(refused, "a task slept with preemption off");
        MachineSuite.expect(!Preemption.isDisabled(), "preemption stayed off");
    }

    private static void stackOverflow() {
        boolean[] thrown = new boolean[1];
        together(1, () -> {
            try {
                sink = depth(0);
            } catch (StackOverflowError expected) {
                thrown[0] = true;
            }
        });
        MachineSuite.expect(thrown[0], "endless recursion did not throw");
    }

    private static long depth(long level) {
        return Long.rotateLeft(depth(level + 1), 7) * 31 + sink;
    }

    private static void tasksLeakNothing() {
        together(200, () -> sleep(20_000_000));
        Ostd.machine().heap().collect();
        long free = free();
        for (int i = 0; i < 50; i++) {
            together(100, () -> sleep(1_000_000));
        }
        MachineSuite.expect(free, free(), "bytes free or held by the heap after 5,000 tasks");
    }

    private static void sleep(long nanos) {
        long deadline = Clock.monotonicNanos() + nanos;
        while (Clock.monotonicNanos() < deadline) {
            Task.parkUntil(deadline);
        }
    }

    /** Bytes that are free, what the heap holds included, once tasks that are ending have ended. */
    static long free() {
        sleep(30_000_000);
        return Ostd.machine().frames().freeBytes() + Ostd.machine().heap().figure(HeapFigure.HEAP_BYTES);
    }
}
