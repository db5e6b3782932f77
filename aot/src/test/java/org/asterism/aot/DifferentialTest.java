package org.asterism.aot;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.aot.programs.ArithmeticProgram;
import org.asterism.aot.programs.CollectionsProgram;
import org.asterism.aot.programs.ExceptionsProgram;
import org.asterism.aot.programs.HelloProgram;
import org.asterism.aot.programs.LanguageProgram;
import org.asterism.aot.programs.StreamsProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferentialTest {
    @ParameterizedTest
    @ValueSource(classes = {HelloProgram.class, ArithmeticProgram.class, ExceptionsProgram.class, LanguageProgram.class,
        CollectionsProgram.class})
    void printsWhatHotSpotPrints(Class<?> program) throws Exception {
        assertThat(NativeProgram.runNative(program, "kernel")).isEqualTo(NativeProgram.runOnHotSpot(program));
    }

    @ParameterizedTest
    @ValueSource(classes = {StreamsProgram.class})
    void printsWhatHotSpotPrintsWithTheFullProfile(Class<?> program) throws Exception {
        assertThat(NativeProgram.runNative(program, "full")).isEqualTo(NativeProgram.runOnHotSpot(program));
    }
}
