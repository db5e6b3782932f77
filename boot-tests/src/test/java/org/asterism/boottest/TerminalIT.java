package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Expectation;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.SessionScript;
import org.asterism.boottest.guest.Terminal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sessions at a terminal show what Linux showed, and leaving the shell ends the machine. */
class TerminalIT {
    @TestFactory
    Stream<DynamicTest> sessionsShowWhatLinuxShowed() throws IOException, InterruptedException {
        GuestTree tree = GuestTree.with("sessions", List.of());
        return SessionScript.names().stream().map(name -> dynamicTest(name, () -> play(tree, name)));
    }

    private static void play(GuestTree tree, String name) throws IOException, InterruptedException {
        String recorded = Files.readString(SessionScript.folder().resolve(name + ".transcript"), StandardCharsets.ISO_8859_1);
        try (Terminal terminal = new Terminal(Terminal.asterism(tree))) {
            String shown = SessionScript.read(name).play(terminal);
            assertThat(new Expectation(recorded, "", 0).differences(new Expectation(shown, "", 0))).as(name).isEmpty();
            terminal.enter("exit");
            terminal.awaitEnd(Duration.ofSeconds(30));
        }
    }
}
