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

/** Without each optimisation, and without all, programs do the same, random ones too. */
class OptimizationsTest {
    private static final int RANDOM_PROGRAMS = Integer.getInteger("asterism.random.programs", 1000) / 25;

    private static Batch batch;
    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        Batch programs = Batch.of("language", "language", ArithmeticProgram.class, ExceptionsProgram.class,
            LanguageProgram.class, CollectionsProgram.class, IndicesProgram.class);
        batch = GeneratedPrograms.addedTo(programs, Long.getLong("asterism.random.seed", 3), RANDOM_PROGRAMS);
        expected = batch.onHotSpot();
    }

    private static List<String> differences(Set<Optimization> disabled) throws IOException, LinkageException {
        return batch.without(disabled).compiledAsProcess().run().differencesFrom(expected);
    }

    @ParameterizedTest
    @EnumSource
    void noOptimizationIsNeeded(Optimization optimization) throws IOException, LinkageException {
        // without the C compiler's as well, which is compared by itself and halves the time of the others
        assertThat(differences(EnumSet.of(optimization, Optimization.C_OPTIMIZATION))).isEmpty();
    }

    @Test
    void allCanBeSwitchedOffAtOnce() throws IOException, LinkageException {
        assertThat(differences(EnumSet.allOf(Optimization.class))).isEmpty();
    }

    @Test
    void bareMachinesNeedNone() throws IOException, LinkageException {
        assertThat(batch.without(EnumSet.allOf(Optimization.class)).compiledForBareMachine().boot(256, "").differencesFrom(expected)).isEmpty();
    }
}
