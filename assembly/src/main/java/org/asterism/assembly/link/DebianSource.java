package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks Debian's package database which source package an installed file was built from. */
public final class DebianSource {
    /** A licence in a file of copyrights: as a field that machines can read (DEP-5), or as the path of a text that many packages share. */
    private static final Pattern LICENCE = Pattern.compile("(?m)^License: (.+)$|/usr/share/common-licenses/([A-Za-z0-9.+-]*[A-Za-z0-9])");

    private DebianSource() {}

    /**
     * The source of a file.
     *
     * @param file an installed file
     * @return {@code Debian source package NAME VERSION}; nothing if no package of this machine holds the file
     */
    public static Optional<String> of(Path file) {
        try {
            Optional<String> owner = owner(file);
            return owner.isEmpty() ? Optional.empty() : Optional.of(source(owner.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The licences and the source of a file.
     *
     * @param file an installed file
     * @return {@code Debian package NAME: LICENCES; source: …}, the licences as the package's file of copyrights names them; nothing if no
     *     package of this machine holds the file
     */
    static Optional<String> licence(Path file) {
        try {
            Optional<String> owner = owner(file);
            if (owner.isEmpty()) {
                return Optional.empty();
            }
            String name = owner.get().split(":")[0];
            Path copyright = Path.of("/usr/share/doc", name, "copyright");
            Set<String> licences = new LinkedHashSet<>();
            if (Files.isRegularFile(copyright)) {
                Matcher named = LICENCE.matcher(Files.readString(copyright, StandardCharsets.ISO_8859_1));
                while (named.find()) {
                    licences.add(named.group(named.group(1) == null ? 2 : 1).strip());
                }
            }
            return Optional.of("Debian package " + name + ": " + (licences.isEmpty() ? "licences in " + copyright : String.join(", ", licences))
                    + "; source: " + source(owner.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The package that holds a file. The database knows a file by the name it was packed under, which may lead through a link such as /bin. */
    private static Optional<String> owner(Path file) throws IOException {
        String named = query("-S", file.toString());
        String owner = named.isEmpty() ? query("-S", file.toRealPath().toString()) : named;
        int end = owner.indexOf(": ");
        return end < 0 ? Optional.empty() : Optional.of(owner.substring(0, end).split(",")[0]);
    }

    /** The source of a package. */
    private static String source(String owner) throws IOException {
        return "Debian source package " + query("-W", "-f=${source:Package} ${source:Version}", owner);
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
