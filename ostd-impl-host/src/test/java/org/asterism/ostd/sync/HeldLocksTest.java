package org.asterism.ostd.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldLocksTest {
    private final SpinLock spin = new SpinLock();
    private final Mutex mutex = new Mutex();
    private final RwLock shared = new RwLock();

    @Test
    void whatIsLeftLockedIsReleasedNewestFirst() {
        try (TestMachine machine = TestMachine.create()) {
            shared.read();
            mutex.lock();
            spin.lock();
            assertThat(Task.current().heldLocks()).isEqualTo(3);
            assertThat(HeldLocks.releaseAll()).isEqualTo("spin lock, mutex, read-write lock, for reading");
            assertThat(Task.current().heldLocks()).isZero();
            assertThat(HeldLocks.areHeld()).isFalse();
            assertThat(Preemption.isDisabled()).isFalse();
            List<String> taken = new ArrayList<>();
            TaskOptions.of(() -> {
                try (var first = shared.write(); var second = mutex.lock(); var third = spin.lock()) {
                    taken.add("all");
                }
            }).spawn();
            machine.settle();
            assertThat(taken).containsExactly("all");
        }
    }

    @Test
    void locksMayBeGivenBackInAnyOrder() {
        try (TestMachine machine = TestMachine.create()) {
            var reading = shared.read();
            mutex.lock();
            var again = shared.read();
            reading.close();
            mutex.close();
            assertThat(Task.current().heldLocks()).isEqualTo(1);
            again.close();
            assertThat(HeldLocks.areHeld()).isFalse();
            assertThatThrownBy(again::close).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void onlyWhatWasTakenSinceIsReleased() {
        try (TestMachine machine = TestMachine.create()) {
            mutex.lock();
            long before = HeldLocks.mark(Ostd.machine());
            shared.write();
            spin.lock();
            HeldLocks.releaseSince(Ostd.machine(), before);
            assertThat(mutex.isHeld()).isTrue();
            assertThat(Task.current().heldLocks()).isEqualTo(1);
            mutex.close();
        }
    }

    /** Whoever was called held a lock itself when others called it: that it gives it back, or takes it anew, releases nothing of theirs. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverIsCalledDoesNotReleaseOthersByClosingItsOwn(boolean takenAnew) {
        try (TestMachine machine = TestMachine.create()) {
            Mutex others = new Mutex();
            others.lock();
            mutex.lock();
            long before = HeldLocks.mark(Ostd.machine());
            mutex.close();
            if (takenAnew) {
                mutex.lock();
            }
            HeldLocks.releaseSince(Ostd.machine(), before);
            assertThat(others.isHeld()).isTrue();
            assertThat(mutex.isHeld()).isFalse();
            assertThat(Task.current().heldLocks()).isEqualTo(1);
            others.close();
        }
    }

    @Test
    void aReportTellsWhatWasLeftAndMarksSomebody() {
        try (TestMachine machine = TestMachine.create()) {
            mutex.lock();
            FailureReport.contain("a test", new IllegalStateException("as asked", new ArithmeticException("before")), "detail", "");
            String log = String.join("\n", machine.log());
            assertThat(log).contains("failure in a test: java.lang.IllegalStateException: as asked\n  at org.asterism.ostd.sync.HeldLocksTest.",
                    "\ncaused by java.lang.ArithmeticException: before\n", "\n  detail\n  left locked, released now: mutex\n  kernel ");
            assertThat(FailureReport.taint().size()).isEqualTo(1);
            assertThat(mutex.tryLock()).isTrue();
            mutex.close();
        }
    }
}
