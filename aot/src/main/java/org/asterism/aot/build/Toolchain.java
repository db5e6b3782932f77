package org.asterism.aot.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the GNU tools. */
final class Toolchain {
    private static final String COMPILER = "gcc";

    private Toolchain() {
    }

    /** The version lines of compiler and assembler; they take part in the keys of the object cache. */
    static String version() {
        return run(Path.of("."), List.of(COMPILER, "--version")).lines().findFirst().orElse("") + " "
                + run(Path.of("."), List.of("as", "--version")).lines().findFirst().orElse("");
    }

    static void compile(Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(COMPILER));
        command.addAll(arguments);
        run(directory, command);
    }

    /**
     * Runs a command and returns what it printed.
     *
     * @throws BuildException if it fails
     */
    static String run(Path directory, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(new File(directory.toString()));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new BuildException(command.get(0) + " failed with status " + status + ":\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new BuildException("cannot run " + command.get(0) + ": " + e.getMessage()
                    + "; install the packages gcc and binutils");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildException("interrupted while " + command.get(0) + " ran");
        }
    }
}
