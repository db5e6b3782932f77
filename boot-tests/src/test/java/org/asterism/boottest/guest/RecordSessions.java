package org.asterism.boottest.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plays sessions on Linux and keeps what the terminal showed; behind {@code boot-tests/oracle/record-sessions}. */
public final class RecordSessions {
    private RecordSessions() {}

    /**
     * Records.
     *
     * @param arguments a Linux kernel, an initramfs, and names of sessions (none means all)
     * @throws IOException if a session does not go as its script says
     * @throws InterruptedException if the waiting is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> names = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : SessionScript.names();
        for (String name : names) {
            try (Terminal terminal = new Terminal(Terminal.linux(Path.of(arguments[0]), Path.of(arguments[1])))) {
                String transcript = SessionScript.read(name).play(terminal);
                Files.writeString(SessionScript.folder().resolve(name + ".transcript"), transcript, StandardCharsets.ISO_8859_1);
                System.out.println("recorded " + name + ": " + transcript.length() + " bytes");
            }
        }
    }
}
