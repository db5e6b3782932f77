package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.asterism.aot.LinkageException;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Batch.BareImage;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.OnMachines;
import org.asterism.language.programs.litmus.Coherence;
import org.asterism.language.programs.litmus.IndependentReads;
import org.asterism.language.programs.litmus.LoadBuffering;
import org.asterism.language.programs.litmus.MessagePassing;
import org.asterism.language.programs.litmus.Publication;
import org.asterism.language.programs.litmus.ReadModifyWrite;
import org.asterism.language.programs.litmus.Sensitivity;
import org.asterism.language.programs.litmus.StoreBuffering;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No machine shows a result that the Java memory model forbids; HotSpot with its threads on real processors, two at least, tests the tests. */
@Tag("alone")
class LitmusTest {
    private static final Batch LITMUS = Batch.of("litmus", "language", StoreBuffering.class, MessagePassing.class, LoadBuffering.class,
            IndependentReads.class, Coherence.class, Publication.class, ReadModifyWrite.class);
    private static final Batch SENSITIVITY = Batch.of("litmus-sensitivity", "language", Sensitivity.class);

    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        expected = LITMUS.onHotSpot("-XX:TieredStopAtLevel=4", "-Dlitmus.rounds=400");
    }

    @Test
    void hotSpotShowsNothingForbidden() {
        assertThat(expected.programs()).hasSize(7).allSatisfy((name, printed) -> assertThat(printed).contains(": never\n").doesNotContain("FORBIDDEN"));
    }

    @Test
    void hotSpotShowsWhatIsAllowed() throws IOException {
        // whether store buffers show depends on two processors being free at the same moment
        assertThat(SENSITIVITY.onHotSpot("-XX:TieredStopAtLevel=4", "-Dlitmus.rounds=2000").programs().get(Sensitivity.class.getName()))
                .contains("a flag before its data: seen", "a lost update: seen");
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void processesShowNothingForbidden(Machine process) throws LinkageException, IOException {
        assertThat(LITMUS.compiledAsProcess().run(Map.of("ASTERISM_TIMER_MICROS", "10")).differencesFrom(expected)).isEmpty();
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void preemptedTasksShowNothingForbidden(Machine machine) throws LinkageException, IOException {
        assertThat(LITMUS.compiledForBare(machine).boot(128, machine.preemptingEvery(600) + " preempt.seed=9", BareImage.COUNTED).differencesFrom(expected))
                .isEmpty();
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void preemptedTasksShowWhatIsAllowed(Machine machine) throws LinkageException, IOException {
        assertThat(SENSITIVITY.compiledForBare(machine).boot(128, machine.preemptingEvery(600), BareImage.COUNTED).programs())
                .containsEntry(Sensitivity.class.getName(), "a flag before its data: seen\na lost update: seen\n");
    }
}
