package org.asterism.ostd.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RwLockTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void writersExcludeEveryoneAndAllFinish(long seed) {
        try (TestMachine machine = TestMachine.builder().randomPreemption(seed).build()) {
            RwLock lock = new RwLock();
            int[] inside = new int[2];
            int[] finished = new int[1];
            for (int i = 0; i < 6; i++) {
                boolean writer = i % 3 == 0;
                TaskOptions.of(() -> {
                    for (int round = 0; round < 40; round++) {
                        try (var held = writer ? lock.write() : lock.read()) {
                            inside[writer ? 1 : 0]++;
                            assertThat(inside[1]).isLessThanOrEqualTo(1);
                            assertThat(inside[1] == 0 || inside[0] == 0).isTrue();
                            Task.yieldNow();
                            inside[writer ? 1 : 0]--;
                        } catch (Exception impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    }
                    finished[0]++;
                }).spawn();
            }
            machine.settle();
            assertThat(finished[0]).isEqualTo(6);
        }
    }

    @Test
    void readersShare() {
        try (TestMachine machine = TestMachine.create()) {
            RwLock lock = new RwLock();
            boolean[] entered = new boolean[1];
            try (var held = lock.read()) {
                TaskOptions.of(() -> {
                    try (var second = lock.read()) {
                        entered[0] = true;
                    }
                }).spawn();
                machine.settle();
                assertThat(entered[0]).isTrue();
            }
        }
    }

    @Test
    void aWaitingWriterKeepsNewReadersOut() {
        try (TestMachine machine = TestMachine.create()) {
            RwLock lock = new RwLock();
            List<String> order = new ArrayList<>();
            try (var held = lock.read()) {
                TaskOptions.of(() -> {
                    try (var writing = lock.write()) {
                        order.add("writer");
                    }
                }).spawn();
                machine.settle();
                TaskOptions.of(() -> {
                    try (var reading = lock.read()) {
                        order.add("reader");
                    }
                }).spawn();
                machine.settle();
                assertThat(order).isEmpty();
            }
            machine.settle();
            assertThat(order).containsExactly("writer", "reader");
        }
    }

    @Test
    void refusesAReleaseTooMany() {
        try (TestMachine machine = TestMachine.create()) {
            RwLock lock = new RwLock();
            var guard = lock.read();
            guard.close();
            assertThatThrownBy(guard::close).isInstanceOf(IllegalStateException.class);
        }
    }
}
