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
import org.asterism.language.programs.LanguageProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without each optimisation, and without all, programs do the same. */
class OptimizationsTest {
    private static final Batch BATCH = Batch.of("language", "language", ArithmeticProgram.class, ExceptionsProgram.class,
            LanguageProgram.class, CollectionsProgram.class);

    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        expected = BATCH.onHotSpot();
    }

    private static List<String> differences(Set<Optimization> disabled) throws IOException, LinkageException {
        return BATCH.without(disabled).compiledAsProcess().run().differencesFrom(expected);
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
        assertThat(BATCH.without(EnumSet.allOf(Optimization.class)).compiledForBareMachine().boot(256, "").differencesFrom(expected)).isEmpty();
    }
}
