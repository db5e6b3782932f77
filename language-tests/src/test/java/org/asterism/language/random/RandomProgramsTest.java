package org.asterism.language.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Example;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.arbitraries.ListArbitrary;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.batch.ChosenMachines;
import org.asterism.language.batch.Machine;

/**
 * Random programs print what they print on HotSpot. {@code -Dasterism.random.seed=N} gives other programs, {@code
 * -Dasterism.random.programs=N} more of them.
 */
class RandomProgramsTest {
    private static final long USUAL_SEED = 20261126L;
    private static final long SEED = Long.getLong("asterism.random.seed", USUAL_SEED);
    private static final int PROGRAMS = Integer.getInteger("asterism.random.programs", 1000);
    private static final int BATCH = 250;
    private static final int MEGABYTES = 256;
    /** For most programs gcc's optimiser is left out, which takes two thirds of the time. */
    private static final Set<Optimization> QUICKLY = Set.of(Optimization.C_OPTIMIZATION);

    private static RandomGenerator<List<Integer>> programs(Notation notation) {
        ListArbitrary<Integer> choices = Arbitraries.integers().between(0, GeneratedPrograms.LARGEST_CHOICE - 1).withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases().list().ofMinSize(GeneratedPrograms.FEWEST_CHOICES).ofMaxSize(notation.mostChoices());
        return notation.sized(choices).generator(1000, false);
    }

    private static void compare(Notation notation, String name, long seed, int count, Mismatch.Machine machine) throws IOException, LinkageException {
        RandomGenerator<List<Integer>> generator = programs(notation);
        Random random = new Random(seed);
        int done = 0;
        while (done < count) {
            List<Shrinkable<List<Integer>>> batch = new ArrayList<>();
            while (batch.size() < BATCH && done < count) {
                batch.add(generator.next(random));
                done++;
            }
            Optional<Mismatch> mismatch = Mismatch.find(notation, name, batch, machine);
            if (mismatch.isPresent()) {
                fail("seed " + seed + ", before shrinking: " + mismatch.get().difference() + "\n\nafter shrinking: "
                        + mismatch.get().shrunk(machine, Mismatch.MOST_ROUNDS).report());
            }
        }
    }

    @Example
    void processesPrintWhatHotSpotPrints() throws Exception {
        if (ChosenMachines.chosen(new Machine[] {Machine.LINUX_PROCESS}).findAny().isPresent()) {
            compare(Notation.JAVA, "random-optimized", SEED, Math.min(BATCH, PROGRAMS), batch -> batch.compiledAsProcess().run());
            compare(Notation.JAVA, "random-process", SEED + 1, PROGRAMS - BATCH, batch -> batch.without(QUICKLY).compiledAsProcess().run());
        }
    }

    @Example
    void bareMachinesPrintWhatHotSpotPrints() throws Exception {
        for (Machine machine : ChosenMachines.chosen(new Machine[] {Machine.BARE_X86_64}, Machine.BARE_RISCV64).toList()) {
            compare(Notation.JAVA, "random-bare", SEED + 1, PROGRAMS / 8, batch -> batch.on(machine, MEGABYTES));
        }
    }

    /** Programs of instructions rather than of Java. */
    @Example
    void instructionsDoWhatTheyDoOnHotSpot() throws Exception {
        if (ChosenMachines.chosen(new Machine[] {Machine.LINUX_PROCESS}).findAny().isPresent()) {
            compare(Notation.INSTRUCTIONS, "random-instructions", SEED, PROGRAMS / 16, batch -> batch.compiledAsProcess().run());
        }
        for (Machine machine : ChosenMachines.chosen(new Machine[] {Machine.BARE_X86_64}, Machine.BARE_RISCV64).toList()) {
            compare(Notation.INSTRUCTIONS, "random-instructions", SEED + 1, PROGRAMS / 16, batch -> batch.without(QUICKLY).on(machine, MEGABYTES));
        }
    }

    /** A machine that gets every remainder wrong is found out, by a program that is not much more than a remainder; six rounds shrink the usual one. */
    @Example
    void aDefectIsFoundAndShrunk() throws Exception {
        Mismatch.Machine defective = batch -> {
            BatchOutput output = batch.onHotSpot();
            Map<String, String> programs = new LinkedHashMap<>(output.programs());
            for (String program : batch.programs()) {
                Path source = batch.classes().resolveSibling(program.replace('.', '/') + ".java");
                if (Files.readString(source).contains(" % ")) {
                    programs.put(program, "wrong");
                }
            }
            return new BatchOutput("a defective machine", programs, output.last(), output.ending(), output.text());
        };
        RandomGenerator<List<Integer>> generator = programs(Notation.JAVA);
        Random random = new Random(USUAL_SEED);
        List<Shrinkable<List<Integer>>> batch = Stream.generate(() -> generator.next(random)).limit(30).toList();
        Mismatch found = Mismatch.find(Notation.JAVA, "defect", batch, defective).orElseThrow();
        Mismatch shrunk = found.shrunk(defective, 6);
        assertThat(shrunk.size()).isLessThan(found.size());
        assertThat(shrunk.report()).contains(" % ").contains("wrong");
    }

    @Example
    void theSameSequenceGivesTheSameProgram() {
        for (Notation notation : Notation.values()) {
            List<Integer> choices = programs(notation).next(new Random(SEED)).value();
            assertThat(GeneratedPrograms.text(notation, choices)).isEqualTo(GeneratedPrograms.text(notation, choices))
                    .isNotEqualTo(GeneratedPrograms.text(notation, choices.subList(0, choices.size() / 2)));
        }
    }
}
