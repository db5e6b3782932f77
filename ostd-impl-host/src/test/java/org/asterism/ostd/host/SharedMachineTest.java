package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class SharedMachineTest {
    private static final int THREADS = 6;
    private static final int ROUNDS = 300;
    private static final Set<Thread.State> WAITS = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private static List<Thread> start(int count, Runnable body) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(body, "guest " + i);
            threads.add(thread);
            thread.start();
        }
        return threads;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void locksExcludeThreadsFromOutsideAndTasks() throws Exception {
        try (TestMachine machine = TestMachine.builder().shared().build()) {
            Mutex mutex = new Mutex();
            SpinLock spin = new SpinLock();
            int[] counts = new int[2];
            CountDownLatch tasks = new CountDownLatch(THREADS);
            Runnable body = () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    try (var held = mutex.lock()) {
                        int seen = counts[0];
                        Task.yieldNow();
                        counts[0] = seen + 1;
                    }
                    try (var held = spin.lock()) {
                        counts[1]++;
                    }
                }
            };
            for (int i = 0; i < THREADS; i++) {
                TaskOptions.of(() -> {
                    body.run();
                    tasks.countDown();
                }).spawn();
            }
            join(start(THREADS, body));
            tasks.await();
            assertThat(counts).containsExactly(2 * THREADS * ROUNDS, 2 * THREADS * ROUNDS);
        }
    }

    @Test
    void threadsFromOutsideWaitAndAreWoken() throws Exception {
        try (TestMachine machine = TestMachine.builder().shared().build()) {
            WaitQueue queue = new WaitQueue();
            AtomicInteger state = new AtomicInteger();
            List<Thread> waiting = start(THREADS, () -> queue.await(() -> state.get() == 1));
            TaskOptions.of(() -> {
                Task.parkUntil(Clock.monotonicNanos() + 20_000_000);
                state.set(1);
                queue.wakeAll();
            }).spawn();
            join(waiting);
            long before = Clock.monotonicNanos();
            Task.parkUntil(before + 30_000_000);
            assertThat(Clock.monotonicNanos() - before).isGreaterThanOrEqualTo(30_000_000);
        }
    }

    @Test
    void framesAreCountedAcrossThreads() throws Exception {
        try (TestMachine machine = TestMachine.builder().shared().build()) {
            int before = machine.framesInUse();
            join(start(THREADS, () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    try (FrameTable table = FrameTable.create()) {
                        table.write(0, new byte[3 * 4096], 0, 3 * 4096);
                    }
                }
            }));
            assertThat(machine.framesInUse()).isEqualTo(before);
        }
    }

    @Test
    void closingEndsThoseThatWait() throws Exception {
        AtomicReference<Throwable> end = new AtomicReference<>();
        TestMachine machine = TestMachine.builder().shared().build();
        CountDownLatch waits = new CountDownLatch(1);
        List<Thread> waiting = start(1, () -> {
            try {
                waits.countDown();
                Task.park();
            } catch (TaskKilled killed) {
                end.set(killed);
            }
        });
        waits.await();
        while (!WAITS.contains(waiting.get(0).getState())) {
            Thread.sleep(1); // it has not entered the machine yet, and would come too late
        }
        Task.parkUntil(Clock.monotonicNanos() + 20_000_000);
        machine.close();
        join(waiting);
        assertThat(end.get()).hasMessageContaining("closed");
        assertThatThrownBy(Task::current).isInstanceOf(NullPointerException.class);
    }
}
