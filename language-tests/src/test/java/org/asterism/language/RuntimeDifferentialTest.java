package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.aot.LinkageException;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heap, collector, monitors and library: the same output as HotSpot, also while collections come at any instruction. */
class RuntimeDifferentialTest {
    /** Programs that keep little alive, so that a collection can follow every few allocations. */
    private static final Batch STRESSED = Batch.of("stressed", "language", ArrayCopies.class, Texts.class, Collections.class,
            ClassInitializers.class, Monitors.class, Locks.class, References.class, ReferenceStores.class, Handles.class,
            HeapChurn.class);
    /** Programs that fill the heap. */
    private static final Batch LARGE = Batch.of("large", "language", LongChains.class, Exhaustion.class);

    private static Batch.ProcessImage stressed;
    private static BatchOutput expected;

    @BeforeAll
    static void compile() throws LinkageException, IOException {
        stressed = STRESSED.compiledAsProcess();
        expected = STRESSED.onHotSpot();
    }

    private static List<String> differences(String... variables) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return stressed.run(environment).differencesFrom(expected);
    }

    @Test
    void printsWhatHotSpotPrints() throws IOException {
        assertThat(differences()).isEmpty();
    }

    @Test
    void collectionsAtEveryFewAllocationsChangeNothing() throws IOException {
        assertThat(differences("ASTERISM_COLLECT_EVERY=1500", "ASTERISM_POISON=1", "ASTERISM_VERIFY=1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3000, 700})
    void collectionsAtAnyInstructionChangeNothing(int micros) throws IOException {
        assertThat(differences("ASTERISM_TIMER_MICROS=" + micros, "ASTERISM_TIMER_COLLECT=1", "ASTERISM_POISON=1")).isEmpty();
    }

    @Test
    void stepsOfCollectionsAtEveryFewAllocationsChangeNothing() throws IOException {
        assertThat(differences("ASTERISM_COLLECT_STEP=100", "ASTERISM_POISON=1", "ASTERISM_VERIFY=1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 700})
    void stepsOfCollectionsAtAnyInstructionChangeNothing(int units) throws IOException {
        assertThat(differences("ASTERISM_TIMER_MICROS=200", "ASTERISM_TIMER_STEP=" + units, "ASTERISM_POISON=1", "ASTERISM_VERIFY=1")).isEmpty();
    }

    @Test
    void aSmallHeapCollectsOftenAndChangesNothing() throws IOException {
        assertThat(differences("ASTERISM_HEAP_MINIMUM=262144", "ASTERISM_POISON=1")).isEmpty();
    }

    @Test
    void withoutConservativeRootsObjectsAreLost() throws IOException {
        assertThat(differences("ASTERISM_IGNORE_STACKS=1", "ASTERISM_HEAP_MINIMUM=262144", "ASTERISM_POISON=1")).isNotEmpty();
    }

    @Test
    void largeHeapsAndExhaustionAgree() throws LinkageException, IOException {
        assertThat(LARGE.compiledAsProcess().run(Map.of("ASTERISM_HEAP_LIMIT", "134217728"))
                .differencesFrom(LARGE.onHotSpot("-Xmx256m"))).isEmpty();
    }
}
