package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.language.batch.Batch;
import org.asterism.language.programs.ArithmeticProgram;
import org.asterism.language.programs.CollectionsProgram;
import org.asterism.language.programs.ExceptionsProgram;
import org.asterism.language.programs.HelloProgram;
import org.asterism.language.programs.IndicesProgram;
import org.asterism.language.programs.LanguageProgram;
import org.asterism.language.programs.StreamsProgram;
import org.asterism.language.programs.TracesProgram;
import org.junit.jupiter.api.Test;

class DifferentialTest {
    private static final Batch LANGUAGE = Batch.of("language", "language", HelloProgram.class, ArithmeticProgram.class,
            ExceptionsProgram.class, LanguageProgram.class, CollectionsProgram.class, IndicesProgram.class, TracesProgram.class);
    private static final Batch STREAMS = Batch.of("streams", "full", StreamsProgram.class);

    @Test
    void programsPrintWhatHotSpotPrints() throws Exception {
        assertThat(LANGUAGE.compiledAsProcess().run().differencesFrom(LANGUAGE.onHotSpot())).isEmpty();
    }

    @Test
    void bareMachinesPrintWhatHotSpotPrints() throws Exception {
        assertThat(LANGUAGE.compiledForBareMachine().boot(256, "").differencesFrom(LANGUAGE.onHotSpot())).isEmpty();
    }

    @Test
    void streamsOfTheFullProfilePrintWhatHotSpotPrints() throws Exception {
        assertThat(STREAMS.compiledAsProcess().run().differencesFrom(STREAMS.onHotSpot())).isEmpty();
    }
}
