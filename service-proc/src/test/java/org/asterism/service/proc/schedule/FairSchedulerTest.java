package org.asterism.service.proc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.task.Scheduler.Reason;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.test.OstdTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OstdTest
class FairSchedulerTest {
    private static final long MILLISECOND = 1_000_000;

    private final FairScheduler scheduler = new FairScheduler();
    private TestMachine machine;

    @BeforeEach
    void begin(TestMachine given) {
        machine = given;
    }

    private static Task thread(String name, SchedulingState state) {
        return TaskOptions.of(() -> { }).name(name).policyState(state).build();
    }

    private static Task fair(String name, int niceness) {
        return thread(name, new SchedulingState(niceness));
    }

    /** Lets everybody run for slices of a millisecond and counts them. */
    private Map<String, Integer> share(int slices, Task... tasks) {
        for (Task task : tasks) {
            scheduler.enqueue(task, Reason.SPAWNED);
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < slices; i++) {
            Task task = scheduler.next();
            counts.merge(task.name(), 1, Integer::sum);
            machine.advance(MILLISECOND);
            scheduler.enqueue(task, Reason.PREEMPTED);
        }
        return counts;
    }

    @Test
    void equalsGetEqualShares() {
        assertThat(share(300, fair("a", 0), fair("b", 0), fair("c", 0)).values()).allSatisfy(
                count -> assertThat(count).isBetween(98, 102));
    }

    @Test
    void aKernelTaskThatDoesNotStopLetsProgramsRunInBetween() {
        Task busy = thread("busy", null);
        Task program = fair("program", 0);
        scheduler.enqueue(busy, Reason.SPAWNED);
        scheduler.enqueue(program, Reason.SPAWNED);

        assertThat(scheduler.next()).isSameAs(busy);
        assertThat(scheduler.tick(busy, 4 * MILLISECOND)).isFalse();
        assertThat(scheduler.tick(busy, 50 * MILLISECOND)).isTrue();
        scheduler.enqueue(busy, Reason.PREEMPTED);
        assertThat(scheduler.next()).isSameAs(program);
    }

    @Test
    void nicenessWeighs() {
        Map<String, Integer> counts = share(400, fair("normal", 0), fair("nice", 5));
        // weights 1024 and 335
        assertThat(counts.get("nice")).isBetween(90, 108);
    }

    @Test
    void kernelTasksComeFirstThenRealTimeByPriority() {
        SchedulingState low = new SchedulingState(0);
        low.setPolicy(SchedulingState.FIFO, 10);
        SchedulingState high = new SchedulingState(0);
        high.setPolicy(SchedulingState.ROUND_ROBIN, 20);
        for (Task task : new Task[] {fair("fair", -20), thread("low", low), thread("high", high), thread("kernel", null)}) {
            scheduler.enqueue(task, Reason.WOKEN);
        }
        assertThat(scheduler.next().name()).isEqualTo("kernel");
        assertThat(scheduler.next().name()).isEqualTo("high");
        assertThat(scheduler.next().name()).isEqualTo("low");
        assertThat(scheduler.next().name()).isEqualTo("fair");
        assertThat(scheduler.next()).isNull();
        assertThat(scheduler.runnable()).isZero();
    }

    @Test
    void sleeperPreemptsButCannotSaveUpTime() {
        Task worker = fair("worker", 0);
        Task sleeper = fair("sleeper", 0);
        scheduler.enqueue(worker, Reason.SPAWNED);
        scheduler.next();
        machine.advance(1000 * MILLISECOND);
        scheduler.enqueue(sleeper, Reason.WOKEN);
        assertThat(scheduler.preempts(sleeper, worker)).isTrue();
        scheduler.enqueue(worker, Reason.PREEMPTED);
        int turns = 0;
        Task task = scheduler.next();
        while (task == sleeper && turns < 100) {
            turns++;
            machine.advance(MILLISECOND);
            scheduler.enqueue(task, Reason.PREEMPTED);
            task = scheduler.next();
        }
        assertThat(task).isSameAs(worker);
        assertThat(turns).isLessThan(10);
    }

    @Test
    void tickEndsATurnOnlyIfSomebodyWaits() {
        Task one = fair("one", 0);
        Task two = fair("two", 0);
        scheduler.enqueue(one, Reason.SPAWNED);
        scheduler.next();
        machine.advance(10 * MILLISECOND);
        assertThat(scheduler.tick(one, 10 * MILLISECOND)).isFalse();
        scheduler.enqueue(two, Reason.SPAWNED);
        machine.advance(10 * MILLISECOND);
        assertThat(scheduler.tick(one, 20 * MILLISECOND)).isTrue();
    }

    @Test
    void yieldGoesBehindEquals() {
        Task one = fair("one", 0);
        Task two = fair("two", 0);
        scheduler.enqueue(one, Reason.SPAWNED);
        scheduler.enqueue(two, Reason.SPAWNED);
        assertThat(scheduler.next()).isSameAs(one);
        scheduler.enqueue(one, Reason.YIELDED);
        assertThat(scheduler.next()).isSameAs(two);
    }
}
