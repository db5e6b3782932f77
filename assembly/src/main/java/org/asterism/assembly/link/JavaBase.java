package org.asterism.assembly.link;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asterism.assembly.bundle.Sha256;
import org.asterism.assembly.cache.JdkFingerprint;
import org.asterism.assembly.cache.KeptLines;
import org.asterism.assembly.cache.UserCache;

/**
 * The running JDK's {@code java.base}, of which parts are compiled into images.
 *
 * @param sha256 hash of all its files, 64 hexadecimal digits
 * @param source what it was built from: a Debian source package, or the vendor's name of the build
 */
public record JavaBase(String sha256, String source) {
    /**
     * Reads all of it, once for each JDK: what was read is kept as long as its image is the same file.
     *
     * @return the running JDK's
     * @throws IOException if the JDK's own image cannot be read
     */
    public static JavaBase running() throws IOException {
        KeptLines kept = new KeptLines(UserCache.folder("java-base"), JdkFingerprint.running());
        Optional<List<String>> known = kept.read();
        if (known.isPresent()) {
            return new JavaBase(known.get().get(0), known.get().get(1));
        }
        JavaBase read = new JavaBase(hash(), DebianSource.of(Path.of(System.getProperty("java.home"), "lib", "modules"))
                .orElse("OpenJDK " + System.getProperty("java.vm.version") + " by " + System.getProperty("java.vendor")));
        kept.write(List.of(read.sha256, read.source));
        return read;
    }

    /** Hash of every file, in the order of their names. */
    private static String hash() throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            // a folder of which files were read before may list them twice (JDK 17's jrt file system)
            files = walk.filter(Files::isRegularFile).sorted().distinct().toList();
        }
        MessageDigest digest = Sha256.digest();
        for (Path file : files) {
            digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
