package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Sha256;

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
     * @return their versions
     * @throws RefusedException if one is missing
     */
    public static Toolchain find() throws RefusedException {
        return new Toolchain(
                System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"),
                version("gcc", "gcc"), version("ld", "binutils"));
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

    /**
     * Hash of every file in the running JDK's {@code java.base}, in the order of their names.
     *
     * @return 64 hexadecimal digits
     * @throws IOException if the JDK's own image cannot be read
     */
    public static String javaBaseHash() throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        MessageDigest digest = Sha256.digest();
        for (Path file : files) {
            digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Something that changes when the JDK does, without reading all of it.
     *
     * @return text
     * @throws IOException if the JDK's folder cannot be read
     */
    static String jdkFingerprint() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path modules = home.resolve("lib").resolve("modules");
        return home.toRealPath() + " " + Files.size(modules) + " " + Files.getLastModifiedTime(modules).toMillis();
    }
}
