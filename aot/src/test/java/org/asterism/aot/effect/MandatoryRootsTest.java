package org.asterism.aot.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.asterism.aot.Offender;
import org.asterism.aot.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A root that loses its statement, or is gone, is noticed. */
class MandatoryRootsTest {
    private static final String PROGRAM = "org.asterism.aot.programs.EffectsProgram";

    private static List<Offender> missing(String line) {
        return new MandatoryRoots(line).missing(new TestWorld().world(), List.of());
    }

    @Test
    void aRootThatMakesItsStatementIsAccepted() {
        assertThat(missing("@NoAllocation test " + PROGRAM + ".computes")).isEmpty();
        assertThat(missing("@NoAllocation test " + PROGRAM + "$Greedy.choose")).isEmpty();
    }

    @Test
    void aRootWithoutItsStatementIsRefused() {
        assertThat(missing("@NoAllocation test " + PROGRAM + ".helper")).singleElement().satisfies(offender -> {
            assertThat(offender.bundle()).isEqualTo("test");
            assertThat(offender.member()).startsWith(PROGRAM + ".helper");
            assertThat(offender.reason()).isEqualTo("is a mandatory root and does not state @NoAllocation");
        });
    }

    @Test
    void aRootThatIsGoneIsRefused() {
        assertThat(missing("@NoBlocking test " + PROGRAM + ".gone")).singleElement()
                .extracting(Offender::reason).asString().contains("is not there");
    }

    @Test
    void theRootsOfBundlesThatAreNotInTheImageDoNotMatter() {
        assertThat(missing("@NoBlocking org.example.other " + PROGRAM + ".gone")).isEmpty();
    }

    @Test
    void aLineThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> new MandatoryRoots("@Quick test a.b")).hasMessageContaining("not a mandatory root");
    }

    @ParameterizedTest
    @CsvSource({
        "@NoAllocation,  org.asterism.ostd.x86.Traps.trap",
        "@NoBlocking,    org.asterism.ostd.x86.Traps.trap",
        "@InterruptSafe, org.asterism.ostd.x86.Traps.interrupt",
        "@InterruptSafe, org.asterism.ostd.task.Scheduler.enqueue",
        "@InterruptSafe, org.asterism.ostd.task.Scheduler.next",
        "@InterruptSafe, org.asterism.ostd.task.Scheduler.preempts",
        "@InterruptSafe, org.asterism.ostd.task.Scheduler.tick",
        "@NoAllocation,  org.asterism.ostd.time.TimerCallback.expired",
        "@NoBlocking,    org.asterism.ostd.time.TimerCallback.expired",
        "@NoAllocation,  org.asterism.ostd.spi.Platform.log",
        "@NoAllocation,  org.asterism.ostd.runtime.ManagedHeap.collectSaved",
        "@NoBlocking,    org.asterism.ostd.runtime.ManagedHeap.collectSaved",
        "@FastPath,      org.asterism.ostd.mm.FaultResolver.resolve",
        "@FastPath,      org.asterism.kernel.memory.AddressSpace.handleFault",
        "@FastPath,      read",
        "@FastPath,      write",
        "@FastPath,      epoll_wait",
        "@FastPath,      futex",
    })
    void theListNamesWhatMustHold(String statement, String member) {
        assertThat(MandatoryRoots.builtIn().names()).contains(statement + " " + member);
    }
}
