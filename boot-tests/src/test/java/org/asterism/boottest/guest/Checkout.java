package org.asterism.boottest.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in this checkout. */
public final class Checkout {
    private static final String ONLY = "// only:";

    private Checkout() {}

    /**
     * The root of the checkout: the closest folder above the working directory that holds the launcher's source of truth.
     *
     * @return an absolute path
     * @throws IllegalStateException if the working directory is outside a checkout
     */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("boot-tests/oracle"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(Path.of("").toAbsolutePath() + " is not inside a checkout; start from its root");
        }
        return folder;
    }

    /**
     * The command that users type, or the launcher of another checkout that the environment variable ASTERISM names.
     *
     * @return the launcher
     */
    public static Path launcher() {
        String other = System.getenv("ASTERISM");
        return other == null ? root().resolve("asterism") : Path.of(other).toAbsolutePath();
    }

    /**
     * The module that holds the tests.
     *
     * @return an absolute path
     */
    public static Path bootTests() {
        return root().resolve("boot-tests");
    }

    /**
     * The names of the test programs that are scripts of a shell.
     *
     * @return names without extension, sorted
     */
    public static List<String> shellPrograms() {
        return names(bootTests().resolve("src/test/resources/programs"), ".sh");
    }

    /**
     * The names of all test programs that have a recorded expectation: shell programs first, then C programs.
     *
     * @return names without extension, sorted within each kind
     */
    public static List<String> programs() {
        List<String> names = new ArrayList<>(shellPrograms());
        names.addAll(names(bootTests().resolve("src/test/c"), ".c"));
        return names;
    }

    /**
     * The programs that can run on a machine: all but those whose source says {@code // only:} another.
     *
     * @param machine where
     * @return names as {@link #programs()}
     */
    public static List<String> programs(GuestMachine machine) {
        return programs().stream().filter(name -> runsOn(name, machine)).toList();
    }

    private static boolean runsOn(String name, GuestMachine machine) {
        Path source = bootTests().resolve("src/test/c/" + name + ".c");
        try (Stream<String> lines = Files.isRegularFile(source) ? Files.lines(source) : Stream.empty()) {
            return lines.filter(line -> line.startsWith(ONLY)).allMatch(line -> line.substring(ONLY.length()).strip().equals(machine.word()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder, String extension) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(extension))
                    .map(name -> name.substring(0, name.length() - extension.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
