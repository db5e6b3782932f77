package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.io.IoPorts;
import org.asterism.ostd.mm.Frame;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;
import org.junit.jupiter.api.Test;

class TestMachineTest {
    @Test
    void countsFramesExactly() {
        try (TestMachine machine = TestMachine.create()) {
            Frame frame = Frame.allocate();
            Frame second = frame.share();
            assertThat(frame.isShared()).isTrue();
            frame.close();
            assertThat(machine.framesInUse()).isEqualTo(1);
            assertThat(second.isShared()).isFalse();
            second.close();
            assertThat(machine.framesInUse()).isZero();
            assertThatThrownBy(() -> second.read(0, new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void throwsOutOfMemoryWhenFramesEndAndWhenAsked() {
        try (TestMachine machine = TestMachine.builder().memory(16384).build()) {
            FrameTable table = FrameTable.create();
            table.ensure(5);
            machine.failFrameAllocationAfter(1);
            table.ensure(6);
            assertThatThrownBy(() -> table.ensure(7)).isInstanceOf(OutOfMemoryError.class);
            machine.stopFailingFrameAllocations();
            table.ensure(7);
            assertThatThrownBy(() -> table.ensure(8)).isInstanceOf(OutOfMemoryError.class);
            table.close();
            assertThat(machine.framesInUse()).isZero();
        }
    }

    @Test
    void tableHolesReadAsZeroesAndDiscardZeroesPartialPages() {
        try (TestMachine machine = TestMachine.create(); FrameTable table = FrameTable.create()) {
            byte[] ones = new byte[3 * 4096];
            java.util.Arrays.fill(ones, (byte) 1);
            table.write(0, ones, 0, ones.length);
            table.discard(100, 8192);
            assertThat(table.pageCount()).isEqualTo(2);
            byte[] back = new byte[ones.length];
            table.read(0, back, 0, back.length);
            for (int i = 0; i < back.length; i++) {
                assertThat(back[i]).isEqualTo((byte) (i >= 100 && i < 8292 ? 0 : 1));
            }
            table.truncate(50);
            assertThat(table.pageCount()).isEqualTo(1);
            table.read(0, back, 0, 100);
            assertThat(back[49]).isEqualTo((byte) 1);
            assertThat(back[50]).isZero();
        }
    }

    @Test
    void reportsADeadlockWithTheNamesOfTheSleepers() {
        try (TestMachine machine = TestMachine.create()) {
            TaskOptions.of(Task::park).name("forgotten").spawn();
            assertThatThrownBy(Task::park).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("deadlock").hasMessageContaining("forgotten");
        }
    }

    @Test
    void closeThrowsWhatATaskThrew() {
        TestMachine machine = TestMachine.create();
        TaskOptions.of(() -> {
            throw new IllegalArgumentException("broken");
        }).spawn();
        machine.settle();
        assertThat(machine.log()).anyMatch(line -> line.contains("broken"));
        assertThatThrownBy(machine::close).isInstanceOf(AssertionError.class).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void permitsAreNotLostAndDeadlinesPass() {
        try (TestMachine machine = TestMachine.create()) {
            Task.current().unpark();
            Task.park();
            long deadline = Clock.monotonicNanos() + 1_000_000_000;
            Task.parkUntil(deadline);
            assertThat(Clock.monotonicNanos()).isGreaterThanOrEqualTo(deadline);
        }
    }

    @Test
    void timersFireInOrderOfDeadlineAndCanBeCancelled() {
        try (TestMachine machine = TestMachine.create()) {
            List<String> fired = new ArrayList<>();
            long now = Clock.monotonicNanos();
            new Timer(at -> fired.add("late")).arm(now + 2_000_000);
            new Timer(at -> fired.add("early")).arm(now + 1_000_000);
            Timer cancelled = new Timer(at -> fired.add("never"));
            cancelled.arm(now + 1_500_000);
            assertThat(cancelled.cancel()).isTrue();
            assertThat(cancelled.cancel()).isFalse();
            machine.advance(3_000_000);
            assertThat(fired).containsExactly("early", "late");
        }
    }

    @Test
    void anInstalledSchedulerDecidesTheOrder() {
        try (TestMachine machine = TestMachine.create()) {
            Scheduler.install(new LastInFirstOut());
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int number = i;
                TaskOptions.of(() -> order.add(number)).spawn();
            }
            Task.parkUntil(Clock.monotonicNanos() + 1_000_000);
            assertThat(order).containsExactly(2, 1, 0);
        }
    }

    @Test
    void consolesBootInfoAndClockChipAnswer() {
        try (TestMachine machine = TestMachine.builder().commandLine("init=/bin/sh quiet").wallClock(0)
                .initialRamDisk(new byte[] {1, 2, 3}).build()) {
            assertThat(BootInfo.option("init")).isEqualTo("/bin/sh");
            assertThat(BootInfo.option("quiet")).isEmpty();
            assertThat(BootInfo.option("debug")).isNull();
            byte[] disk = new byte[2];
            BootInfo.readInitialRamDisk(1, disk, 0, 2);
            assertThat(disk).containsExactly(2, 3);
            machine.type("ls\n");
            byte[] typed = new byte[10];
            assertThat(Console.terminal().read(typed, 0, 10)).isEqualTo(3);
            Console.terminal().write(typed, 0, 2);
            assertThat(machine.terminalOutput()).isEqualTo("ls");
            IoPorts cmos = IoPorts.cmosClock();
            cmos.write(0, 0x09);
            assertThat(cmos.read(1)).isEqualTo(0x70);
        }
    }

    @Test
    void otherThreadsAreRefused() throws InterruptedException {
        try (TestMachine machine = TestMachine.create()) {
            Throwable[] thrown = new Throwable[1];
            Thread stranger = new Thread(() -> {
                try {
                    Task.current();
                } catch (IllegalStateException refused) {
                    thrown[0] = refused;
                }
            });
            stranger.start();
            stranger.join();
            assertThat(thrown[0]).hasMessageContaining("not the running task");
        }
    }

    private static final class LastInFirstOut implements Scheduler {
        private Task top;

        @Override
        public void enqueue(Task task, Reason reason) {
            task.setQueueNext(top);
            top = task;
        }

        @Override
        public Task next() {
            Task picked = top;
            if (picked != null) {
                top = picked.queueNext();
            }
            return picked;
        }

        @Override
        public boolean preempts(Task woken, Task running) {
            return false;
        }

        @Override
        public boolean tick(Task running, long ranNanos) {
            return false;
        }
    }
}
