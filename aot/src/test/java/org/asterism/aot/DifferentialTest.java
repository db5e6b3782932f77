package org.asterism.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.aot.programs.HelloProgram;
import org.asterism.aot.programs.LanguagePrograms;
import org.asterism.aot.programs.StreamsProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferentialTest {
    @Test
    void kernelProgramsPrintWhatHotSpotPrints() throws Exception {
        assertThat(NativeProgram.runNative(LanguagePrograms.class, "language"))
                .isEqualTo(NativeProgram.runOnHotSpot(LanguagePrograms.class));
    }

    @Test
    void streamsOfTheFullProfilePrintWhatHotSpotPrints() throws Exception {
        assertThat(NativeProgram.runNative(StreamsProgram.class, "full"))
                .isEqualTo(NativeProgram.runOnHotSpot(StreamsProgram.class));
    }

    @Test
    void theSameInputsGiveTheSameBytesWithoutTheCache(@TempDir Path folder) throws Exception {
        CompilationRequest request = NativeProgram.request(HelloProgram.class, "kernel");
        CompilationResult first = Compiler.compile(request);
        CompilationResult second = Compiler.compile(new CompilationRequest(request.bundles(), request.main(), request.target(),
                request.profile(), folder.resolve("again"), folder.resolve("cache"), 1, line -> { }));
        assertThat(second.unitsCompiled()).isEqualTo(second.units());
        assertThat(Files.mismatch(first.elf(), second.elf())).isEqualTo(-1);
    }

    @Test
    void nothingIsCompiledTwice() throws Exception {
        Compiler.compile(NativeProgram.request(HelloProgram.class, "kernel"));
        assertThat(Compiler.compile(NativeProgram.request(HelloProgram.class, "kernel")).unitsCompiled()).isZero();
    }
}
