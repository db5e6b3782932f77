package org.asterism.boottest.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a program printed and returned: recorded from Linux, or seen in our guest.
 *
 * @param output bytes of standard output, as ISO 8859-1 so that every byte survives
 * @param error bytes of standard error, likewise
 * @param exit exit code as the shell tells it, 128 + n for a death by signal n
 */
public record Expectation(String output, String error, int exit) {
    /**
     * Reads what {@code oracle/record} has written.
     *
     * @param name a program's name
     * @return what Linux did
     * @throws IOException if it cannot be read, with the remedy if it was never recorded
     */
    public static Expectation recorded(String name) throws IOException {
        Path folder = Checkout.bootTests().resolve("src/test/resources/expected");
        try {
            return new Expectation(read(folder.resolve(name + ".out")), read(folder.resolve(name + ".err")),
                    Integer.parseInt(read(folder.resolve(name + ".exit")).strip()));
        } catch (NoSuchFileException e) {
            throw new IOException(name + " has no recorded expectation; run boot-tests/oracle/record " + name, e);
        }
    }

    /**
     * The same on another architecture.
     *
     * @param machine where it runs
     * @return what Linux would do there
     */
    public Expectation on(GuestMachine machine) {
        return new Expectation(machine.translated(output), machine.translated(error), exit);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /**
     * Compares with what was seen.
     *
     * @param seen what our guest did
     * @return a readable account of the differences, empty if there are none
     */
    public String differences(Expectation seen) {
        StringBuilder text = new StringBuilder();
        if (exit != seen.exit) {
            text.append("exit code: Linux ").append(exit).append(", here ").append(seen.exit).append('\n');
        }
        append(text, "standard output", output, seen.output);
        append(text, "standard error", error, seen.error);
        return text.toString();
    }

    private static void append(StringBuilder text, String stream, String expected, String seen) {
        if (!expected.equals(seen)) {
            text.append(stream).append(" (- Linux, + here):\n").append(LineDifference.between(expected, seen));
        }
    }
}
