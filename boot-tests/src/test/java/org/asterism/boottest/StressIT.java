package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Long runs in little memory: nothing leaks, nothing runs out, and the collector tells the truth about its pauses. */
class StressIT {
    /** After two collections: the first hands back what lost handles owned, and what is garbage at this moment is a matter of luck. */
    private static final String USED = "for i in 1 2; do echo collect >/proc/asterism/gc; done; awk '/MemTotal/ {t = $2} /MemAvailable/ {print \"used\", t - $2}' /proc/meminfo";
    private static final double TOLERANCE = 0.05;
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    /** Bytes. */
    private static final long SMALLEST_OBJECT = 16;
    private static final long LONGEST_STOP_NANOS = 10 * MILLI;

    private static GuestTree tree;

    @BeforeAll
    static void makeTree() throws IOException, InterruptedException {
        tree = GuestTree.with("stress", List.of("stress/fork-storm", "stress/crowd", "stress/clock-gaps", "stress/live-heap", "stress/warm-calls"));
    }

    private static Launch exec(String command) throws IOException, InterruptedException {
        return exec(command, "--memory=128M");
    }

    private static Launch exec(String command, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--timeout", "900", "--initramfs", tree.folder().toString(), "--exec", command));
        arguments.addAll(List.of(options));
        return Launch.of(Launch.PATIENCE, arguments);
    }

    private static long[] numbers(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().mapToLong(result -> Long.parseLong(result.group(1))).toArray();
    }

    @Test
    void twentyThousandForksLeaveMemoryAsItWas() throws Exception {
        Launch launch = exec("/tests/bin/stress/fork-storm 500; " + USED + "; /tests/bin/stress/fork-storm 20000; " + USED);
        assertThat(launch.text()).as(launch.error()).contains("forked 20000, wrong 0");
        assertUsedMemoryReturns(launch.text());
    }

    @Test
    void twoHundredProcessesAtOnceLeaveMemoryAsItWas() throws Exception {
        Launch launch = exec("/tests/bin/stress/crowd 200; " + USED + "; for i in 1 2 3 4 5; do /tests/bin/stress/crowd 200; done; " + USED);
        assertThat(launch.text()).as(launch.error()).containsSubsequence("alive at once 200", "ended 200, wrong 0");
        assertUsedMemoryReturns(launch.text());
    }

    private static void assertUsedMemoryReturns(String text) {
        long[] used = numbers(text, "used (\\d+)");
        assertThat(used).as(text).hasSize(2);
        assertThat(used[1]).as("kilobytes used after; before were " + used[0]).isLessThanOrEqualTo((long) (used[0] * (1 + TOLERANCE)));
    }

    @Test
    void collectorsPausesAreSeenByASpinningProgram() throws Exception {
        Launch launch = exec("/tests/bin/stress/clock-gaps 15");
        String[] parts = launch.text().split("==\n");
        assertThat(parts).as(launch.text() + launch.error()).hasSize(3);
        CollectorFigures before = CollectorFigures.parse(parts[0]);
        CollectorFigures after = CollectorFigures.parse(parts[2]);
        long[] gapNanos = numbers(parts[1], "gap (\\d+)");
        assertThat(after.figure("collections")).as("collections").isGreaterThan(before.figure("collections"));
        // one system call may stop several times: a gap has room for a pause of 1 ms in each of its milliseconds
        assertThat(Arrays.stream(gapNanos).map(gap -> gap / MILLI).sum()).as("pauses of 1 ms and more that the gaps have room for")
                .isGreaterThanOrEqualTo(after.noticeablePauses() - before.noticeablePauses());
        long totalNanos = after.figure("pause_total_nanos") - before.figure("pause_total_nanos");
        // a pause amid a reading of the figures is in some of them only
        long shortPauses = after.shortPauses() - before.shortPauses() + 2;
        assertThat(Arrays.stream(gapNanos).sum() + shortPauses * MILLI).as("nanoseconds in gaps").isGreaterThanOrEqualTo(totalNanos);
        if (after.figure("pause_max_nanos") > before.figure("pause_max_nanos") && after.figure("pause_max_nanos") >= MILLI) {
            assertThat(Arrays.stream(gapNanos).max().orElse(0)).as("longest gap").isGreaterThanOrEqualTo(after.figure("pause_max_nanos"));
        }
    }

    /** Time is counted in instructions here, one a nanosecond, so that the figure is the kernel's and not that of a busy host. */
    @Test
    void twentyMegabytesAliveStopNobodyForLong() throws Exception {
        Launch launch = exec("/tests/bin/stress/live-heap 27000 2; echo ==; cat /proc/asterism/gc", "--memory=512M", "--qemu-arg=-icount", "--qemu-arg=shift=0");
        String[] parts = launch.text().split("==\n");
        assertThat(parts).as(launch.text() + launch.error()).hasSize(2);
        CollectorFigures figures = CollectorFigures.parse(parts[1]);
        assertThat(figures.figure("live_bytes")).as("bytes alive").isGreaterThanOrEqualTo(20 << 20);
        assertThat(figures.figure("collections")).as("collections").isGreaterThanOrEqualTo(3);
        long[] longestGapMicros = numbers(parts[0], "longest gap (\\d+)");
        assertThat(longestGapMicros).as(parts[0]).hasSize(1);
        assertThat(longestGapMicros[0] * MICRO).as("nanoseconds of the longest gap").isLessThanOrEqualTo(LONGEST_STOP_NANOS);
        assertThat(figures.figure("pause_max_nanos")).isLessThanOrEqualTo(LONGEST_STOP_NANOS);
    }

    /** What the compiler proves of the fast paths, seen from outside. The figure moves a run of cells at a time, not object by object. */
    @Test
    void warmCallsMakeNoObjects() throws Exception {
        Launch launch = exec("/tests/bin/stress/warm-calls 10000");
        String text = launch.text();
        assertThat(text).as(launch.error()).contains("pipe-write-read", "file-write-read", "futex-wake", "futex-wake-shared",
                "futex-wait-changed", "epoll-wait-ready", "epoll-wait-not-ready", "page-fault", "futex-hand-over");
        Pattern line = Pattern.compile("(\\S+) calls (\\d+) bytes (\\d+)");
        line.matcher(text).results().filter(result -> !result.group(1).equals("open")).forEach(result ->
                assertThat(Long.parseLong(result.group(3))).as(result.group()).isLessThan(Long.parseLong(result.group(2)) * SMALLEST_OBJECT / 4));
        assertThat(numbers(text, "open calls 1000 bytes (\\d+)")[0]).as(text).isGreaterThan(1000 * SMALLEST_OBJECT);
    }

    /** What the compiler proved of stacks, against what they were seen to hold after much work in the kernel. */
    @Test
    void noStackHeldMoreThanItsBound() throws Exception {
        Launch inspect = Launch.of(Launch.PATIENCE, List.of("inspect"));
        long[] bound = numbers(inspect.text(), "(?m)^  task +([0-9]+) of");
        assertThat(bound).as(inspect.text() + inspect.error()).hasSize(1);
        Launch launch = exec("/tests/bin/stress/fork-storm 200; /tests/bin/stress/crowd 50; find / -xdev >/dev/null 2>&1; ls -lR /proc >/dev/null 2>&1; "
                + "/tests/bin/stress/warm-calls 500; cat /proc/asterism/stack");
        long[] deepest = numbers(launch.text(), "deepest_bytes (\\d+)");
        assertThat(deepest).as(launch.text() + launch.error()).hasSize(1);
        assertThat(deepest[0]).as("bytes of the deepest stack").isBetween(1000L, bound[0]);
    }
}
