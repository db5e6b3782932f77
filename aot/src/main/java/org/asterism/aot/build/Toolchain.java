package org.asterism.aot.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the GNU tools. */
final class Toolchain {
    private final String prefix;

    /** The tools of a target. */
    Toolchain(String prefix) {
        this.prefix = prefix;
    }

    /** The version lines of compiler and assembler; they take part in the keys of the object cache. */
    String version() {
        return run("gcc", "--version").lines().findFirst().orElse("") + " " + run("as", "--version").lines().findFirst().orElse("");
    }

    void compile(Path directory, List<String> arguments) {
        run(directory, "gcc", arguments);
    }

    /** Runs a tool in the current folder. */
    String run(String tool, String... arguments) {
        return run(Path.of("."), tool, List.of(arguments));
    }

    /**
     * Runs a tool and returns what it printed.
     *
     * @throws BuildException if it fails
     */
    private String run(Path directory, String tool, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(prefix + tool));
        command.addAll(arguments);
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
                    + "; install the packages gcc" + (prefix.isEmpty() ? " and binutils" : "-" + prefix + "and binutils-" + prefix).replaceFirst("-$", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildException("interrupted while " + command.get(0) + " ran");
        }
    }
}
