package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.programs.ArithmeticProgram;
import org.asterism.language.programs.CollectionsProgram;
import org.asterism.language.programs.ExceptionsProgram;
import org.asterism.language.programs.IndicesProgram;
import org.asterism.language.programs.LanguageProgram;
import org.asterism.language.random.GeneratedPrograms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Without each optimisation, and without all, programs do the same, random ones too. Without all it is the whole corpus; without each, and
 * on bare machines, some larger programs stand for it, unless {@code -Dasterism.optimizations=all} wants it everywhere.
 */
class OptimizationsTest {
    private static final int RANDOM_PROGRAMS = Integer.getInteger("asterism.random.programs", 1000) / 25;
    private static final boolean EVERYTHING = "all".equals(System.getProperty("asterism.optimizations"));

    private static Batch corpus;
    private static BatchOutput expectedOfCorpus;
    private static Batch batch;
    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        long seed = Long.getLong("asterism.random.seed", 3);
        corpus = Corpus.withRandomPrograms("optimizations-corpus", seed, RANDOM_PROGRAMS);
        expectedOfCorpus = Corpus.onHotSpot(corpus);
        if (EVERYTHING) {
            batch = corpus;
            expected = expectedOfCorpus;
        } else {
            Batch programs = Batch.of("optimizations", "language", ArithmeticProgram.class, ExceptionsProgram.class, LanguageProgram.class,
                    CollectionsProgram.class, IndicesProgram.class);
            batch = GeneratedPrograms.addedTo(programs, seed, RANDOM_PROGRAMS);
            expected = batch.onHotSpot();
        }
    }

    private static List<String> differences(Batch programs, Set<Optimization> disabled, BatchOutput wanted) throws IOException, LinkageException {
        return programs.without(disabled).compiledAsProcess().run(Corpus.PROCESS_LIMITS).differencesFrom(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void noOptimizationIsNeeded(Optimization optimization) throws IOException, LinkageException {
        // without the C compiler's as well, which is compared by itself and takes two thirds of the time of the others
        assertThat(differences(batch, EnumSet.of(optimization, Optimization.C_OPTIMIZATION), expected)).isEmpty();
    }

    @Test
    void allCanBeSwitchedOffAtOnce() throws IOException, LinkageException {
        assertThat(differences(corpus, EnumSet.allOf(Optimization.class), expectedOfCorpus)).isEmpty();
    }

    @Test
    void bareMachinesNeedNone() throws IOException, LinkageException {
        assertThat(batch.without(EnumSet.allOf(Optimization.class)).compiledForBareMachine().boot(Corpus.MACHINE_MEGABYTES, "")
                .differencesFrom(expected)).isEmpty();
    }
}
