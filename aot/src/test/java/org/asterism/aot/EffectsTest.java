package org.asterism.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.asterism.aot.programs.EffectsProgram;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final String PROGRAM = EffectsProgram.class.getName();

    private final List<Offender> offenders = catchThrowableOfType(LinkageException.class,
            () -> Compiler.compile(TestRequest.of(EffectsProgram.class, "kernel"))).offenders();

    private Offender offender(String method) {
        return offenders.stream().filter(each -> each.member().startsWith(PROGRAM + "." + method)).findFirst().orElseThrow();
    }

    @Test
    void allocationIsFoundWithItsPath() {
        assertThat(offender("allocates").reason()).startsWith("allocates");
        assertThat(offender("allocates").path()).element(1).asString().startsWith(PROGRAM + ".indirectly");
    }

    @Test
    void monitorsBlock() {
        assertThat(offender("locks").reason()).startsWith("may block");
        assertThat(offenders).anyMatch(each -> each.member().startsWith(PROGRAM + ".handlesInterrupt")
                && each.reason().startsWith("may block"));
    }

    @Test
    void whatHoldsIsAccepted() {
        assertThat(offenders).noneMatch(each -> each.member().startsWith(PROGRAM + ".computes"));
    }
}
