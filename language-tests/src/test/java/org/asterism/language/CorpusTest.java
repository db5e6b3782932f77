package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.OnMachines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The small programs of the corpus print what they print on HotSpot, as a Linux process and on a bare machine. */
class CorpusTest {
    private static final int LEAST_PROGRAMS = 200;

    private static Batch corpus;
    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        corpus = Corpus.batch();
        expected = Corpus.onHotSpot(corpus);
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(expected.programs()).hasSizeGreaterThanOrEqualTo(LEAST_PROGRAMS).containsOnlyKeys(corpus.programs());
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void processesPrintWhatHotSpotPrints(Machine process) throws IOException, LinkageException {
        assertThat(corpus.compiledAsProcess().run(Corpus.PROCESS_LIMITS).differencesFrom(expected)).isEmpty();
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void processesThatCollectAndSwitchAtAnyInstructionPrintTheSame(Machine process) throws IOException, LinkageException {
        Map<String, String> stress = new TreeMap<>(Corpus.PROCESS_LIMITS);
        stress.putAll(Map.of("ASTERISM_TIMER_MICROS", "2000", "ASTERISM_TIMER_COLLECT", "1", "ASTERISM_POISON", "1"));
        assertThat(corpus.compiledAsProcess().run(stress).differencesFrom(expected)).isEmpty();
    }

    /** The C compiler's optimiser has had the corpus in the process, and code for bare machines in {@code RandomProgramsTest} and every kernel. */
    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void bareMachinesPrintWhatHotSpotPrints(Machine machine) throws IOException, LinkageException {
        assertThat(corpus.without(Set.of(Optimization.C_OPTIMIZATION)).on(machine, Corpus.MACHINE_MEGABYTES).differencesFrom(expected)).isEmpty();
    }
}
