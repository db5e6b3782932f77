package org.asterism.example.lottery;

import static org.asterism.test.OstdAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.process.SchedulingWishes;
import org.asterism.ostd.task.Scheduler.Reason;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.test.OstdTest;

class LotterySchedulerTest {
    private record Wishes(int niceness, int realTimePriority) implements SchedulingWishes {}

    private final LotteryScheduler scheduler = new LotteryScheduler();

    private static Task thread(int niceness, int realTimePriority) {
        return TaskOptions.of(() -> { }).policyState(new Wishes(niceness, realTimePriority)).build();
    }

    private int winsOf(Task candidate, int draws) {
        int wins = 0;
        for (int i = 0; i < draws; i++) {
            Task winner = scheduler.next();
            wins += winner == candidate ? 1 : 0;
            scheduler.enqueue(winner, Reason.PREEMPTED);
        }
        return wins;
    }

    @OstdTest
    void threadsWinInProportionToTheirTickets() {
        Task urgent = thread(0, 0);
        scheduler.enqueue(thread(15, 0), Reason.SPAWNED);
        scheduler.enqueue(urgent, Reason.SPAWNED);
        assertThat(winsOf(urgent, 10_000)).isBetween(7_800, 8_200);
        assertThat(new String(scheduler.content(), StandardCharsets.US_ASCII)).matches("niceness tickets wins\n0 20 \\d+\n15 5 \\d+\n");
        assertThat(scheduler.runnable()).isEqualTo(2);
    }

    @OstdTest
    void kernelTasksAndRealTimeThreadsDoNotPlay() {
        Task kernel = TaskOptions.of(() -> { }).build();
        Task low = thread(0, 1);
        Task high = thread(0, 99);
        Task fair = thread(-20, 0);
        scheduler.enqueue(fair, Reason.SPAWNED);
        scheduler.enqueue(low, Reason.SPAWNED);
        scheduler.enqueue(high, Reason.SPAWNED);
        scheduler.enqueue(kernel, Reason.SPAWNED);
        assertThat(scheduler.preempts(high, low)).isTrue();
        assertThat(scheduler.preempts(fair, low)).isFalse();
        assertThat(scheduler.next()).isSameAs(kernel);
        assertThat(scheduler.next()).isSameAs(high);
        assertThat(scheduler.next()).isSameAs(low);
        assertThat(scheduler.next()).isSameAs(fair);
        assertThat(scheduler.next()).isNull();
        assertThat(scheduler.runnable()).isZero();
    }
}
