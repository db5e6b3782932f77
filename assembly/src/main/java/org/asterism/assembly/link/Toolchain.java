package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.asterism.assembly.RefusedException;

/**
 * The programs whose versions decide an image's bytes.
 *
 * @param jdk build of the JDK whose {@code java.base} is compiled
 * @param gcc first line of {@code gcc --version}
 * @param binutils first line of {@code ld --version}
 */
public record Toolchain(String jdk, String gcc, String binutils) {
    /**
     * Asks the tools.
     *
     * @param prefix in front of their names
     * @return their versions
     * @throws RefusedException if one is missing
     */
    public static Toolchain find(String prefix) throws RefusedException {
        return new Toolchain(
                System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"),
                version(prefix + "gcc", prefix.isEmpty() ? "gcc" : "gcc-" + prefix.substring(0, prefix.length() - 1)),
                version(prefix + "ld", prefix.isEmpty() ? "binutils" : "binutils-" + prefix.substring(0, prefix.length() - 1)));
    }

    private static String version(String program, String debianPackage) throws RefusedException {
        try {
            Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().findFirst().orElse("unknown");
        } catch (IOException e) {
            throw new RefusedException(program + " cannot be started: " + e.getMessage() + "; install package " + debianPackage);
        }
    }
}
