package org.asterism.ostd.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutexTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsIncrementsOfContendingTasksApart(long seed) {
        try (TestMachine machine = TestMachine.builder().randomPreemption(seed).build()) {
            Mutex mutex = new Mutex();
            int[] counter = new int[1];
            for (int i = 0; i < 8; i++) {
                TaskOptions.of(() -> {
                    for (int round = 0; round < 50; round++) {
                        try (var held = mutex.lock()) {
                            int seen = counter[0];
                            Task.yieldNow();
                            counter[0] = seen + 1;
                        }
                    }
                }).spawn();
            }
            machine.settle();
            assertThat(counter[0]).isEqualTo(400);
        }
    }

    @Test
    void refusesToBeTakenTwice() {
        try (TestMachine machine = TestMachine.create()) {
            Mutex mutex = new Mutex();
            try (var held = mutex.lock()) {
                assertThatThrownBy(mutex::lock).isInstanceOf(IllegalStateException.class).hasMessageContaining("twice");
                assertThat(mutex.tryLock()).isFalse();
            }
            assertThat(mutex.isHeld()).isFalse();
        }
    }

    @Test
    void refusesToSleepInAtomicContextEvenIfFree() {
        try (TestMachine machine = TestMachine.create(); var atomic = Preemption.disable()) {
            assertThatThrownBy(() -> new Mutex().lock()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesReleaseByAnotherTask() {
        try (TestMachine machine = TestMachine.create()) {
            Mutex mutex = new Mutex();
            try (var held = mutex.lock()) {
                TaskOptions.of(mutex::close).name("thief").spawn();
                machine.settle();
                assertThat(mutex.isHeld()).isTrue();
            }
            assertThat(machine.takeFailures()).hasSize(1).first().isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void waitersGetTheLockInOrder() {
        try (TestMachine machine = TestMachine.create()) {
            Mutex mutex = new Mutex();
            List<Integer> order = new ArrayList<>();
            try (var held = mutex.lock()) {
                for (int i = 0; i < 3; i++) {
                    int number = i;
                    TaskOptions.of(() -> {
                        try (var inner = mutex.lock()) {
                            order.add(number);
                        }
                    }).spawn();
                }
                machine.settle();
                assertThat(order).isEmpty();
            }
            machine.settle();
            assertThat(order).containsExactly(0, 1, 2);
        }
    }
}
