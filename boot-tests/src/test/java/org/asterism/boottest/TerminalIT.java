package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.boottest.guest.GuestMachine;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.asterism.boottest.guest.SessionScript;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sessions at a terminal show what Linux showed, and leaving the shell ends the machine. */
class TerminalIT {
    /** Patience with a session is not for the compilation of the kernel. */
    @BeforeAll
    static void assemble() throws IOException, InterruptedException {
        Launch launch = Launch.of(Launch.PATIENCE, List.of("run", "--exec", "true"));
        assertThat(launch.exit()).as(launch.error()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> sessionsShowWhatLinuxShowed() throws IOException, InterruptedException {
        GuestTree tree = GuestTree.with("sessions", List.of());
        return SessionScript.names().stream()
                .map(name -> dynamicTest(name, () -> assertThat(SessionScript.verdict(name, tree, GuestMachine.X86_64)).as(name).isEmpty()));
    }
}
