package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Asks Debian's package database which source package an installed file was built from. */
public final class DebianSource {
    private DebianSource() {}

    /**
     * The source of a file.
     *
     * @param file an installed file
     * @return {@code Debian source package NAME VERSION}; nothing if no package of this machine holds the file
     */
    public static Optional<String> of(Path file) {
        try {
            // the database knows a file by the name it was packed under, which may lead through a link such as /bin
            String named = query("-S", file.toString());
            String owner = named.isEmpty() ? query("-S", file.toRealPath().toString()) : named;
            int end = owner.indexOf(": ");
            return end < 0 ? Optional.empty() : Optional.of("Debian source package "
                    + query("-W", "-f=${source:Package} ${source:Version}", owner.substring(0, end).split(",")[0]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String query(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = "dpkg-query";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
