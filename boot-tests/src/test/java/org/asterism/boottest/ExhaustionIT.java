package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory runs out, really and by injection: programs are told, nothing breaks, nothing leaks. */
class ExhaustionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern FIGURES = Pattern.compile("(before|after): live (\\d+) free_kib (\\d+)");
    /** Of the heap's live bytes, and of all frames: what differs between two rounds that happened to leave different garbage behind. */
    private static final double TOLERANCE = 0.03;

    private static GuestTree tree;

    @BeforeAll
    static void makeTree() throws IOException, InterruptedException {
        tree = GuestTree.with("exhaustion",
                List.of("stress/exhaust", "stress/fail-nth-files", "stress/fail-nth-memory", "stress/fail-nth-processes", "stress/hog"));
    }

    private static Launch exec(String limit, String command) throws IOException, InterruptedException {
        return exec("256M", limit, command);
    }

    private static Launch exec(String memory, String limit, String command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--memory", memory, "--timeout", "1200", "--initramfs", tree.folder().toString()));
        if (limit != null) {
            arguments.addAll(List.of("--append", "heap.limit=" + limit));
        }
        arguments.addAll(List.of("--exec", command));
        return Launch.of(PATIENCE, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "memory", "processes"})
    void eachAllocationOfEachCallMayFail(String family) throws Exception {
        Launch launch = exec(null, "/tests/bin/stress/fail-nth-" + family);
        assertThat(launch.text()).as(launch.error()).endsWith("wrong 0\n");
        assertThat(launch.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"8M, 1000 512", "8M, 3", "3M, 10", "20M, 5 1024"})
    void aProgramTakesAllMemoryAndFreesItAgain(String limit, String rounds) throws Exception {
        Launch launch = exec(limit, "/tests/bin/stress/exhaust " + rounds);
        assertThat(launch.text()).as(launch.error()).endsWith("rounds " + rounds.split(" ")[0] + "\n");
        assertThat(launch.exit()).isZero();
        List<MatchResult> figures = FIGURES.matcher(launch.text()).results().toList();
        assertThat(figures).as(launch.text()).hasSize(2);
        for (int group = 2; group <= 3; group++) {
            long before = Long.parseLong(figures.get(0).group(group));
            long after = Long.parseLong(figures.get(1).group(group));
            assertThat((double) after).as(launch.text()).isBetween(before * (1 - TOLERANCE), before * (1 + TOLERANCE));
        }
    }

    @Test
    void whoTakesAllFramesIsKilledAndNobodyElse() throws Exception {
        Launch launch = exec("64M", null, "/tests/bin/stress/hog 3");
        assertThat(launch.text()).as(launch.error())
                .isEqualTo("the one that takes all: killed by SIGKILL\nthe bystander lives\nthe file: ENOSPC\n".repeat(3));
        assertThat(launch.exit()).isZero();
    }

    @Test
    void aLimitThatIsNoSizeIsRefusedWithAnExample() throws Exception {
        Launch launch = exec("plenty", "true");
        assertThat(launch.exit()).isNotZero();
        assertThat(launch.error()).contains("heap.limit=plenty is not a size; write a number of bytes, or one with K, M or G such as heap.limit=8M");
    }
}
