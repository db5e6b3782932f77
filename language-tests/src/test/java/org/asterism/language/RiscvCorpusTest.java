package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;
import org.junit.jupiter.api.Test;

/** The corpus, the larger programs and random ones on a bare RISC-V machine, as one image. */
class RiscvCorpusTest {
    private static final int RANDOM_PROGRAMS = Integer.getInteger("asterism.random.programs", 1000) / 25;

    @Test
    void bareMachinesPrintWhatHotSpotPrints() throws IOException, LinkageException {
        Batch corpus = Corpus.withRandomPrograms("riscv-corpus", Long.getLong("asterism.random.seed", 5), RANDOM_PROGRAMS);
        BatchOutput expected = Corpus.onHotSpot(corpus);
        assertThat(expected.programs()).containsOnlyKeys(corpus.programs());
        assertThat(corpus.without(Set.of(Optimization.C_OPTIMIZATION)).compiledForRiscv().boot(Corpus.MACHINE_MEGABYTES, "")
                .differencesFrom(expected)).isEmpty();
    }
}
