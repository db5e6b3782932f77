package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory runs out, really and by injection: programs are told, nothing breaks, nothing leaks. */
class ExhaustionIT {
    private static final Pattern FIGURES = Pattern.compile("(before|after): live (\\d+) free_kib (\\d+)");
    /** What tables that have grown once, and a stack word that happens to look like a reference, may add to the heap's live bytes. */
    private static final long LIVE_SLACK = 128 << 10;
    /** Of all free frames. */
    private static final double FRAME_TOLERANCE = 0.03;
    /** A thousand take half a second of processor time each: {@code -Dexhaustion.rounds=1000} asks for them. */
    private static final int SHORT_ROUNDS = Integer.getInteger("exhaustion.rounds", 60);

    /** What {@code stress/fail-nth-*.c} are about. */
    private static final List<String> FAMILIES = List.of("files", "memory", "processes", "system");

    private static GuestTree tree;

    @BeforeAll
    static void makeTree() throws IOException, InterruptedException {
        List<String> programs = new ArrayList<>(List.of("stress/exhaust", "stress/hog"));
        FAMILIES.forEach(family -> programs.add("stress/fail-nth-" + family));
        tree = GuestTree.with("exhaustion", programs);
    }

    private static Launch exec(String limit, String command) throws IOException, InterruptedException {
        return exec("256M", limit, command);
    }

    private static Launch exec(String memory, String limit, String command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--memory", memory, "--timeout", "3600", "--initramfs", tree.folder().toString()));
        if (limit != null) {
            arguments.addAll(List.of("--append", "heap.limit=" + limit));
        }
        arguments.addAll(List.of("--exec", command));
        return Launch.of(Launch.PATIENCE, arguments);
    }

    /** All families in one boot, each a child of the shell: who leads a session cannot change its group. */
    @TestFactory
    Stream<DynamicTest> eachAllocationOfEachCallMayFail() throws Exception {
        StringBuilder commands = new StringBuilder();
        for (String family : FAMILIES) {
            commands.append("/tests/bin/stress/fail-nth-").append(family).append("; echo ").append(family).append(" ended with $?; ");
        }
        Launch launch = exec(null, commands.toString());
        return FAMILIES.stream().map(family -> dynamicTest(family,
                () -> assertThat(launch.text()).as(launch.error()).contains("wrong 0\n" + family + " ended with 0\n")));
    }

    @Test
    void aProgramTakesWhatIsLeftAndFreesItManyTimes() throws Exception {
        takeAll("8M", SHORT_ROUNDS, "512");
    }

    @ParameterizedTest
    @CsvSource({"8M, 3, ''", "3M, 5, ''", "20M, 3, 1024"})
    void aProgramTakesAllMemoryAndFreesItAgain(String limit, int rounds, String spareKib) throws Exception {
        takeAll(limit, rounds, spareKib);
    }

    private static void takeAll(String limit, int rounds, String spareKib) throws Exception {
        Launch launch = exec(limit, "/tests/bin/stress/exhaust " + rounds + " " + spareKib);
        assertThat(launch.text()).as(launch.error()).endsWith("rounds " + rounds + "\n");
        assertThat(launch.exit()).isZero();
        List<MatchResult> figures = FIGURES.matcher(launch.text()).results().toList();
        assertThat(figures).as(launch.text()).hasSize(2);
        assertThat(figure(figures, 1, 2)).as("live bytes: " + launch.text()).isLessThanOrEqualTo(figure(figures, 0, 2) + LIVE_SLACK);
        assertThat((double) figure(figures, 1, 3)).as("free frames: " + launch.text()).isGreaterThanOrEqualTo(figure(figures, 0, 3) * (1 - FRAME_TOLERANCE));
    }

    private static long figure(List<MatchResult> figures, int moment, int group) {
        return Long.parseLong(figures.get(moment).group(group));
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
