package org.asterism.ostd.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitQueueTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void losesNoWakeUpBetweenCheckAndSleep(long seed) {
        try (TestMachine machine = TestMachine.builder().randomPreemption(seed).build()) {
            WaitQueue turns = new WaitQueue();
            int[] turn = new int[1];
            for (int player = 0; player < 3; player++) {
                int mine = player;
                TaskOptions.of(() -> {
                    for (int round = 0; round < 100; round++) {
                        turns.await(() -> turn[0] % 3 == mine);
                        turn[0]++;
                        turns.wakeAll();
                    }
                }).spawn();
            }
            machine.settle();
            assertThat(turn[0]).isEqualTo(300);
        }
    }

    @Test
    void timesOutAtTheDeadline() {
        try (TestMachine machine = TestMachine.create()) {
            long deadline = Clock.monotonicNanos() + 5_000_000;
            assertThat(new WaitQueue().await(() -> false, null, deadline)).isEqualTo(WaitResult.TIMED_OUT);
            assertThat(Clock.monotonicNanos()).isBetween(deadline, deadline + 1_000_000);
        }
    }

    @Test
    void satisfiedWinsOverInterruptedAndTimedOut() {
        try (TestMachine machine = TestMachine.create()) {
            assertThat(new WaitQueue().await(() -> true, () -> true, 0)).isEqualTo(WaitResult.SATISFIED);
            assertThat(new WaitQueue().await(() -> false, () -> true, 0)).isEqualTo(WaitResult.INTERRUPTED);
        }
    }

    @Test
    void interruptionEndsASleepOnceItsTaskIsUnparked() {
        try (TestMachine machine = TestMachine.create()) {
            WaitQueue queue = new WaitQueue();
            boolean[] signalled = new boolean[1];
            WaitResult[] result = new WaitResult[1];
            Task sleeper = TaskOptions.of(() -> result[0] = queue.await(() -> false, () -> signalled[0], Task.NO_DEADLINE)).spawn();
            machine.settle();
            assertThat(result[0]).isNull();
            signalled[0] = true;
            sleeper.unpark();
            machine.settle();
            assertThat(result[0]).isEqualTo(WaitResult.INTERRUPTED);
        }
    }

    @Test
    void aTimerMayWakeAWaiter() {
        try (TestMachine machine = TestMachine.create()) {
            WaitQueue queue = new WaitQueue();
            boolean[] fired = new boolean[1];
            new Timer(now -> {
                assertThat(Preemption.isDisabled()).isTrue();
                fired[0] = true;
                queue.wakeAll();
            }).arm(Clock.monotonicNanos() + 1_000);
            queue.await(() -> fired[0]);
            assertThat(fired[0]).isTrue();
        }
    }

    @Test
    void wakeOneWakesOneWaiterOnly() {
        try (TestMachine machine = TestMachine.create()) {
            WaitQueue queue = new WaitQueue();
            int[] permits = new int[1];
            int[] served = new int[1];
            for (int i = 0; i < 4; i++) {
                TaskOptions.of(() -> {
                    queue.await(() -> permits[0] > 0);
                    permits[0]--;
                    served[0]++;
                }).spawn();
            }
            machine.settle();
            permits[0] = 1;
            assertThat(queue.wakeOne()).isTrue();
            machine.settle();
            assertThat(served[0]).isEqualTo(1);
            assertThat(permits[0]).isZero();
        }
    }

    @Test
    void refusesToWaitInAtomicContext() {
        try (TestMachine machine = TestMachine.create(); var atomic = Preemption.disable()) {
            assertThatThrownBy(() -> new WaitQueue().await(() -> true)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void spinLockMakesItsHolderAtomicAndRefusesToNest() {
        try (TestMachine machine = TestMachine.create()) {
            SpinLock lock = new SpinLock();
            try (var held = lock.lock()) {
                assertThat(Preemption.isDisabled()).isTrue();
                assertThatThrownBy(lock::lock).hasMessageContaining("twice");
                assertThatThrownBy(Task::park).isInstanceOf(IllegalStateException.class);
            }
            assertThat(Preemption.isDisabled()).isFalse();
        }
    }
}
