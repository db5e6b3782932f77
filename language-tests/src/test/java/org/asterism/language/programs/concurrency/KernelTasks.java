package org.asterism.language.programs.concurrency;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.RwLock;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;

/** The kernel's own tasks and locks; on bare machines only. Prints what was counted, which a single lost update or wake-up changes. */
public final class KernelTasks {
    private static final int ROUNDS = 250;
    private static final int CAPACITY = 2;

    private final SpinLock spinLock = new SpinLock();
    private final Mutex mutex = new Mutex();
    private final RwLock readWriteLock = new RwLock();
    private final WaitQueue notFull = new WaitQueue();
    private final WaitQueue notEmpty = new WaitQueue();
    private final AtomicInteger filled = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger torn = new AtomicInteger();
    private long spun;
    private long locked;
    private long left;
    private long right;

    private KernelTasks() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        KernelTasks tasks = new KernelTasks();
        tasks.together(tasks::count);
        System.out.println("under the spin lock " + tasks.spun);
        System.out.println("under the mutex " + tasks.locked);
        System.out.println("under the read-write lock " + tasks.left + " and " + tasks.right + ", torn " + tasks.torn);
        tasks.together(tasks::exchange);
        System.out.println("through the queue " + tasks.received + ", left " + tasks.filled);
        tasks.passAround();
    }

    /** What a task of a number does. */
    @FunctionalInterface
    private interface Body {
        void run(int task);
    }

    private void together(Body body) {
        AtomicInteger running = new AtomicInteger(Workers.TASKS);
        Task self = Task.current();
        for (int i = 0; i < Workers.TASKS; i++) {
            int task = i;
            TaskOptions.of(() -> {
                body.run(task);
                running.decrementAndGet();
                self.unpark();
            }).name("worker").spawn();
        }
        while (running.get() > 0) {
            Task.park();
        }
    }

    private void count(int task) {
        for (int i = 0; i < ROUNDS; i++) {
            try (var held = spinLock.lock()) {
                long seen = spun;
                Thread.onSpinWait();
                spun = seen + 1;
            }
            try (var held = mutex.lock()) {
                long seen = locked;
                Thread.onSpinWait();
                locked = seen + 1;
            }
            if ((i + task) % 4 == 0) {
                try (var held = readWriteLock.write()) {
                    left++;
                    Thread.onSpinWait();
                    right++;
                }
            } else {
                try (var held = readWriteLock.read()) {
                    if (left != right) {
                        torn.incrementAndGet();
                    }
                }
            }
        }
    }

    private void exchange(int task) {
        for (int i = 0; i < ROUNDS; i++) {
            if (task % 2 == 0) {
                notFull.await(() -> change(1));
                notEmpty.wakeOne();
            } else {
                notEmpty.await(() -> change(-1));
                received.addAndGet(1);
                notFull.wakeOne();
            }
            if (i % 50 == task) {
                Task.parkUntil(Clock.monotonicNanos() + 2_000);
                Task.yieldNow();
            }
        }
    }

    private boolean change(int by) {
        int seen = filled.get();
        while (seen + by >= 0 && seen + by <= CAPACITY) {
            if (filled.compareAndSet(seen, seen + by)) {
                return true;
            }
            seen = filled.get();
        }
        return false;
    }

    /** One permit goes round all tasks; each parks until it has it. */
    private void passAround() {
        AtomicLong turn = new AtomicLong();
        Task[] ring = new Task[Workers.TASKS];
        long passes = 40L * Workers.TASKS;
        AtomicInteger here = new AtomicInteger();
        together(task -> {
            ring[task] = Task.current();
            here.incrementAndGet();
            while (here.get() < Workers.TASKS) {
                Task.yieldNow();
            }
            for (long mine = task; mine < passes; mine += Workers.TASKS) {
                while (turn.get() != mine) {
                    Task.park();
                }
                turn.incrementAndGet();
                ring[(task + 1) % Workers.TASKS].unpark();
            }
        });
        System.out.println("passed " + turn);
    }
}
