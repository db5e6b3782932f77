package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.aot.CompilationRequest;
import org.asterism.aot.CompilationResult;
import org.asterism.aot.Compiler;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.OnMachines;
import org.asterism.language.programs.HelloProgram;
import org.junit.jupiter.api.io.TempDir;

class ReproducibilityTest {
    private static final Batch HELLO = Batch.of("hello", "kernel", HelloProgram.class);

    @OnMachines(usually = Machine.LINUX_PROCESS, alsoOn = {Machine.BARE_X86_64, Machine.BARE_RISCV64})
    void theSameInputsGiveTheSameBytesWithoutTheCache(Machine machine, @TempDir Path folder) throws Exception {
        CompilationRequest request = HELLO.request(machine);
        CompilationResult first = Compiler.compile(request);
        CompilationResult second = Compiler.compile(new CompilationRequest(request.bundles(), request.main(), request.target(),
                request.profile(), folder.resolve("again"), folder.resolve("cache"), 1, line -> { }));
        assertThat(second.unitsCompiled()).isEqualTo(second.units());
        assertThat(Files.mismatch(first.elf(), second.elf())).isEqualTo(-1);
    }

    @OnMachines(usually = Machine.LINUX_PROCESS, alsoOn = {Machine.BARE_X86_64, Machine.BARE_RISCV64})
    void nothingIsCompiledTwice(Machine machine) throws Exception {
        Compiler.compile(HELLO.request(machine));
        assertThat(Compiler.compile(HELLO.request(machine)).unitsCompiled()).isZero();
    }
}
