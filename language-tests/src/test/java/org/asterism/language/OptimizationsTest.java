package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.batch.ChosenMachines;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.OnMachines;
import org.asterism.language.programs.ArithmeticProgram;
import org.asterism.language.programs.CollectionsProgram;
import org.asterism.language.programs.ExceptionsProgram;
import org.asterism.language.programs.IndicesProgram;
import org.asterism.language.programs.LanguageProgram;
import org.asterism.language.random.GeneratedPrograms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Without a few optimisations each time, and without all, programs do the same, random ones too. Without all it is the whole corpus; else
 * some larger programs stand for it. {@code -Dasterism.optimizations=all} switches each off by itself, and has the whole corpus everywhere.
 */
class OptimizationsTest {
    private static final int RANDOM_PROGRAMS = Integer.getInteger("asterism.random.programs", 1000) / 25;
    private static final int GROUPS = 4;
    private static final boolean EVERYTHING = "all".equals(System.getProperty("asterism.optimizations"));

    private static Batch corpus;
    private static BatchOutput expectedOfCorpus;
    private static Batch batch;
    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        long seed = Long.getLong("asterism.random.seed", 3);
        corpus = Corpus.withRandomPrograms("optimizations-corpus", List.of(), seed, RANDOM_PROGRAMS);
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

    private static List<String> differences(Machine machine, Batch programs, Set<Optimization> disabled, BatchOutput wanted)
            throws IOException, LinkageException {
        return programs.without(disabled).on(machine, Corpus.MACHINE_MEGABYTES).differencesFrom(wanted);
    }

    static Stream<Arguments> machinesAndOptimizations() {
        return ChosenMachines.chosen(new Machine[] {Machine.LINUX_PROCESS}, Machine.BARE_X86_64, Machine.BARE_RISCV64)
                .flatMap(machine -> groups().stream().map(group -> Arguments.of(machine, group)));
    }

    /** Each by itself, or in groups: neighbours of the list have to do with each other, and are in different ones. */
    private static Collection<Set<Optimization>> groups() {
        int count = EVERYTHING ? Optimization.values().length : GROUPS;
        return Stream.of(Optimization.values()).collect(Collectors.groupingBy(each -> each.ordinal() % count,
                Collectors.toCollection(() -> EnumSet.noneOf(Optimization.class)))).values().stream().map(group -> (Set<Optimization>) group).toList();
    }

    @ParameterizedTest
    @MethodSource("machinesAndOptimizations")
    void noOptimizationIsNeeded(Machine machine, Set<Optimization> optimizations) throws IOException, LinkageException {
        // without the C compiler's as well, which takes two thirds of the time of the others
        Set<Optimization> disabled = EnumSet.of(Optimization.C_OPTIMIZATION);
        disabled.addAll(optimizations);
        assertThat(differences(machine, batch, disabled, expected)).isEmpty();
    }

    @OnMachines(usually = Machine.LINUX_PROCESS, alsoOn = {Machine.BARE_X86_64, Machine.BARE_RISCV64})
    void allCanBeSwitchedOffAtOnce(Machine machine) throws IOException, LinkageException {
        assertThat(differences(machine, corpus, EnumSet.allOf(Optimization.class), expectedOfCorpus)).isEmpty();
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void bareMachinesNeedNone(Machine machine) throws IOException, LinkageException {
        assertThat(differences(machine, batch, EnumSet.allOf(Optimization.class), expected)).isEmpty();
    }
}
