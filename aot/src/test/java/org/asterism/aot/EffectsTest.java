package org.asterism.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.asterism.aot.programs.EffectsProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements about effects are proved, or refused with the operation, the path and a remedy. */
class EffectsTest {
    private static final String PROGRAM = EffectsProgram.class.getName();

    private static List<Offender> offenders;

    @BeforeAll
    static void compile() {
        offenders = catchThrowableOfType(LinkageException.class,
                () -> Compiler.compile(TestRequest.of(EffectsProgram.class, "kernel"))).offenders();
    }

    private static Offender offender(String method) {
        return offenders.stream().filter(each -> each.member().startsWith(PROGRAM + method + "(")).findFirst().orElseThrow();
    }

    @Test
    void allocationIsFoundWithItsPath() {
        Offender offender = offender(".allocates");
        assertThat(offender.bundle()).isEqualTo("test");
        assertThat(offender.reason()).matches("states @NoAllocation but allocates: new int\\[] \\(in bundle test: .*indirectly\\(I\\)\\[I line \\d+\\)");
        assertThat(offender.remedy()).isEqualTo("make what is needed beforehand and keep it");
        assertThat(offender.path()).hasSize(2).element(1).asString().startsWith(PROGRAM + ".indirectly");
    }

    @ParameterizedTest
    @CsvSource({"boxes, boxing: new java.lang.Integer", "joins, string building or concatenation", "captures, a lambda or method reference that captures",
        "variable, new int[]", "copies, the allocator", "catches, new java.lang.IllegalStateException", "cleansUp, new java.lang.Object"})
    void everyKindOfAllocationIsNamed(String method, String operation) {
        assertThat(offenders).anyMatch(each -> each.member().startsWith(PROGRAM + "." + method + "(")
                && each.reason().startsWith("states @NoAllocation but allocates: " + operation));
    }

    @Test
    void monitorsBlock() {
        assertThat(offender(".locks").reason()).startsWith("states @NoBlocking but may wait: enters a monitor");
        assertThat(offender(".handlesInterrupt").reason()).startsWith("states @InterruptSafe but may wait: enters a monitor");
    }

    @Test
    void aLockHeldWithInterruptsOnIsNotForInterrupts() {
        assertThat(offenders).anyMatch(each -> each.member().startsWith(PROGRAM + ".spins")
                && each.reason().startsWith("states @InterruptSafe but takes a lock that is held with interrupts on"));
    }

    @Test
    void aStatementBindsWhateverImplementsTheMethod() {
        assertThat(offender("$Greedy.choose").reason()).startsWith("states @NoAllocation but allocates: new int[]");
        assertThat(offenders).noneMatch(each -> each.member().startsWith(PROGRAM + "$Frugal"));
    }

    @Test
    void aSlowPathLoosensFastPathsOnly() {
        assertThat(offenders).noneMatch(each -> each.member().startsWith(PROGRAM + ".leavesByASlowPath"));
        assertThat(offender(".cheats").reason()).startsWith("states @NoAllocation but allocates: new int[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"computes", "checks"})
    void whatHoldsIsAccepted(String method) {
        assertThat(offenders).noneMatch(each -> each.member().startsWith(PROGRAM + "." + method));
    }
}
