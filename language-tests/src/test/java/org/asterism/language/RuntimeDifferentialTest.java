package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.aot.LinkageException;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Batch.ProcessImage;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.OnMachines;
import org.asterism.language.programs.runtime.ArrayCopies;
import org.asterism.language.programs.runtime.ClassInitializers;
import org.asterism.language.programs.runtime.Collections;
import org.asterism.language.programs.runtime.Exhaustion;
import org.asterism.language.programs.runtime.Handles;
import org.asterism.language.programs.runtime.HeapChurn;
import org.asterism.language.programs.runtime.Locks;
import org.asterism.language.programs.runtime.LongChains;
import org.asterism.language.programs.runtime.Monitors;
import org.asterism.language.programs.runtime.ReferenceStores;
import org.asterism.language.programs.runtime.References;
import org.asterism.language.programs.runtime.Texts;
import org.junit.jupiter.api.BeforeAll;

/** Heap, collector, monitors and library: the same output as HotSpot, also while collections come at any instruction. */
class RuntimeDifferentialTest {
    /** Programs that keep little alive, so that a collection can follow every few allocations. */
    static final Batch STRESSED = Batch.of("stressed", "language", ArrayCopies.class, Texts.class, Collections.class,
            ClassInitializers.class, Monitors.class, Locks.class, References.class, ReferenceStores.class, Handles.class,
            HeapChurn.class);
    /** Programs that fill the heap. */
    private static final Batch LARGE = Batch.of("large", "language", LongChains.class, Exhaustion.class);

    private static final int MEGABYTES = 128;

    private static ProcessImage process;
    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        expected = STRESSED.onHotSpot();
    }

    private static List<String> differences(String... variables) throws IOException, LinkageException {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        if (process == null) {
            process = STRESSED.compiledAsProcess();
        }
        return process.run(environment).differencesFrom(expected);
    }

    @OnMachines(usually = Machine.LINUX_PROCESS, alsoOn = {Machine.BARE_X86_64, Machine.BARE_RISCV64})
    void printsWhatHotSpotPrints(Machine machine) throws IOException, LinkageException {
        assertThat(STRESSED.on(machine, MEGABYTES).differencesFrom(expected)).isEmpty();
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void collectionsAtEveryFewAllocationsChangeNothing(Machine machine) throws IOException, LinkageException {
        assertThat(differences("ASTERISM_COLLECT_EVERY=1500", "ASTERISM_POISON=1", "ASTERISM_VERIFY=1")).isEmpty();
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void collectionsAtAnyInstructionChangeNothing(Machine machine) throws IOException, LinkageException {
        for (int micros : List.of(3000, 700)) {
            assertThat(differences("ASTERISM_TIMER_MICROS=" + micros, "ASTERISM_TIMER_COLLECT=1", "ASTERISM_POISON=1")).isEmpty();
        }
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void stepsOfCollectionsAtEveryFewAllocationsChangeNothing(Machine machine) throws IOException, LinkageException {
        assertThat(differences("ASTERISM_COLLECT_STEP=100", "ASTERISM_POISON=1", "ASTERISM_VERIFY=1")).isEmpty();
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void stepsOfCollectionsAtAnyInstructionChangeNothing(Machine machine) throws IOException, LinkageException {
        for (int units : List.of(50, 700)) {
            assertThat(differences("ASTERISM_TIMER_MICROS=200", "ASTERISM_TIMER_STEP=" + units, "ASTERISM_POISON=1", "ASTERISM_VERIFY=1")).isEmpty();
        }
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void aSmallHeapCollectsOftenAndChangesNothing(Machine machine) throws IOException, LinkageException {
        assertThat(differences("ASTERISM_HEAP_MINIMUM=262144", "ASTERISM_POISON=1")).isEmpty();
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void withoutConservativeRootsObjectsAreLost(Machine machine) throws IOException, LinkageException {
        assertThat(differences("ASTERISM_IGNORE_STACKS=1", "ASTERISM_HEAP_MINIMUM=262144", "ASTERISM_POISON=1")).isNotEmpty();
    }

    @OnMachines(usually = Machine.LINUX_PROCESS, alsoOn = {Machine.BARE_X86_64, Machine.BARE_RISCV64})
    void largeHeapsAndExhaustionAgree(Machine machine) throws LinkageException, IOException {
        assertThat(LARGE.on(machine, MEGABYTES).differencesFrom(LARGE.onHotSpot("-Xmx256m"))).isEmpty();
    }
}
