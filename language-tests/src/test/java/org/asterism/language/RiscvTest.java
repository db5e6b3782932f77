package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Batch.BareImage;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.batch.Machine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The programs of the other tests on a bare RISC-V machine: corpus, library, runtime, tasks and random ones, as one image. {@code
 * -Dasterism.machines=riscv64} has each of the other tests run there as well, with images of their own.
 */
class RiscvTest {
    private static final int RANDOM_PROGRAMS = Integer.getInteger("asterism.random.programs", 1000) / 25;
    private static final int MEGABYTES = 128;
    private static final String TASKS = "org.asterism.language.programs.concurrency";

    private static Batch batch;
    private static BatchOutput expected;
    private static BareImage image;

    @BeforeAll
    static void compile() throws IOException, LinkageException {
        List<String> others = Stream.of(Batch.ofPackage("library", "full", "org.asterism.language.library"), RuntimeDifferentialTest.STRESSED,
                PreemptionTest.TASKS).flatMap(programs -> programs.programs().stream()).toList();
        batch = Corpus.withRandomPrograms("riscv", others, Long.getLong("asterism.random.seed", 5), RANDOM_PROGRAMS);
        expected = batch.onHotSpot("-Xmx64m", "-Xss1m");
        image = batch.without(Set.of(Optimization.C_OPTIMIZATION)).compiledForBare(Machine.BARE_RISCV64);
    }

    @Test
    void everyProgramPrintsWhatHotSpotPrints() throws IOException {
        assertThat(expected.programs()).containsOnlyKeys(batch.programs());
        assertThat(image.boot(MEGABYTES, "").differencesFrom(expected)).isEmpty();
    }

    @Test
    void preemptionAtAnyInstructionChangesNothing() throws IOException {
        String commandLine = "programs=" + TASKS + " " + Machine.BARE_RISCV64.preemptingEvery(800) + " preempt.seed=1";
        assertThat(image.boot(MEGABYTES, commandLine, BareImage.COUNTED).differencesFrom(expected.ofPackage(TASKS))).isEmpty();
    }
}
