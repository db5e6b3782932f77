package org.asterism.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.aot.programs.runtime.LargePrograms;
import org.asterism.aot.programs.runtime.StressedPrograms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heap, collector, monitors and library: the same output as HotSpot, also while collections come at any instruction. */
class RuntimeDifferentialTest {
    private static Path stressed;
    private static NativeProgram.Outcome expected;

    @BeforeAll
    static void compile() throws LinkageException, IOException {
        stressed = Compiler.compile(NativeProgram.request(StressedPrograms.class, "language")).elf();
        expected = NativeProgram.runOnHotSpot(StressedPrograms.class);
    }

    private static NativeProgram.Outcome run(String... variables) {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return NativeProgram.run(environment, List.of(stressed.toString()));
    }

    @Test
    void printsWhatHotSpotPrints() {
        assertThat(expected.status()).isZero();
        assertThat(run()).isEqualTo(expected);
    }

    @Test
    void collectionsAtEveryFewAllocationsChangeNothing() {
        assertThat(run("ASTERISM_COLLECT_EVERY=1500", "ASTERISM_POISON=1", "ASTERISM_VERIFY=1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {3000, 700})
    void collectionsAtAnyInstructionChangeNothing(int micros) {
        assertThat(run("ASTERISM_TIMER_MICROS=" + micros, "ASTERISM_TIMER_COLLECT=1", "ASTERISM_POISON=1")).isEqualTo(expected);
    }

    @Test
    void aSmallHeapCollectsOftenAndChangesNothing() {
        assertThat(run("ASTERISM_HEAP_MINIMUM=262144", "ASTERISM_POISON=1")).isEqualTo(expected);
    }

    @Test
    void withoutConservativeRootsObjectsAreLost() {
        assertThat(run("ASTERISM_IGNORE_STACKS=1", "ASTERISM_HEAP_MINIMUM=262144", "ASTERISM_POISON=1")).isNotEqualTo(expected);
    }

    @Test
    void largeHeapsAndExhaustionAgree() throws LinkageException, IOException {
        Path image = Compiler.compile(NativeProgram.request(LargePrograms.class, "language")).elf();
        assertThat(NativeProgram.run(Map.of("ASTERISM_HEAP_LIMIT", "134217728"), List.of(image.toString())))
                .isEqualTo(NativeProgram.runOnHotSpot(LargePrograms.class, "-Xmx256m"));
    }
}
