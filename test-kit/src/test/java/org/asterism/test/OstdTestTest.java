package org.asterism.test;

import static org.asterism.test.OstdAssertions.assertThat;
import static org.asterism.test.OstdAssertions.assertThatCall;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Timer;
import org.junit.jupiter.api.BeforeEach;

class OstdTestTest {
    private TestMachine machineBefore;

    /** A double by its class. */
    public static final class ConstantCounter implements Counter {
        /** Made by the kit. */
        public ConstantCounter() {
        }

        @Override
        public long next() {
            return 21;
        }
    }

    @BeforeEach
    void takesTheMachineToo(TestMachine machine) {
        machineBefore = machine;
    }

    @OstdTest(memoryBytes = 8 << 20, commandLine = "quiet level=3")
    void optionsReachTheMachine(TestMachine machine) {
        assertThat(machine).isSameAs(machineBefore);
        assertThat(BootInfo.option("level")).isEqualTo("3");
        assertThat(machine.commandLine()).isEqualTo("quiet level=3");
    }

    @OstdTest
    void componentsAreWiredOnDemand(CounterUser user, Counter counter, Services services) {
        assertThat(user.twice()).isPositive();
        assertThat(counter).isSameAs(services.get(TickingCounter.class));
        assertThat(services.all(Counter.class)).hasSize(1);
    }

    @OstdTest(with = ConstantCounter.class)
    void doublesStandInForComponents(CounterUser user) {
        assertThat(user.twice()).isEqualTo(42);
    }

    @OstdTest
    void doublesMadeByTheTestStandInToo(Services services) {
        Counter five = () -> 5;
        assertThat(services.with(five).get(CounterUser.class).twice()).isEqualTo(10);
    }

    @OstdTest
    void timeMovesWhenTold(TestClock time) {
        AtomicInteger fired = new AtomicInteger();
        Timer timer = new Timer(now -> fired.incrementAndGet());
        timer.arm(time.monotonicNanos() + Duration.ofHours(1).toNanos());
        time.advance(Duration.ofMinutes(59));
        assertThat(fired).hasValue(0);
        time.advance(Duration.ofMinutes(2));
        assertThat(fired).hasValue(1);
    }

    @OstdTest(schedules = 20)
    void locksHoldUnderEverySchedule(TestMachine machine) {
        Mutex mutex = new Mutex();
        AtomicInteger count = new AtomicInteger();
        for (int task = 0; task < 3; task++) {
            TaskOptions.of(() -> {
                try (var held = mutex.lock()) {
                    count.incrementAndGet();
                }
            }).spawn();
        }
        machine.settle();
        assertThat(count).hasValue(3);
        assertThat(machine).holdsNoLocks().hasLoggedNoErrors();
    }

    @OstdTest
    void eachAllocationFailsInItsTurn(AllocationFaults faults, TestMachine machine) throws Exception {
        byte[] pages = new byte[5 * 4096];
        int before = machine.framesInUse();
        int failures = faults.failEach(() -> {
            try (FrameTable table = FrameTable.create()) {
                table.write(0, pages, 0, pages.length);
            }
            return null;
        }, () -> assertThat(machine).hasFramesInUse(before));
        assertThat(failures).isGreaterThanOrEqualTo(5);
        assertThatCall(() -> faults.failNth(2, () -> {
            try (FrameTable table = FrameTable.create()) {
                table.write(0, pages, 0, pages.length);
                return table.pageCount();
            }
        })).runsOutOfMemory();
    }
}
