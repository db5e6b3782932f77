package org.asterism.host;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Felix keeps the jar that it reads a bundle from: in its storage, a folder {@code bundleID} with a folder {@code versionREFRESH.REVISION} for each
 * content the bundle has had. There lies the jar, or the file {@code revision.location} that names it.
 */
final class RevisionContent {
    private static final String REFERENCE = "reference:";

    private RevisionContent() {
    }

    /** The newest content of a bundle; empty if it is not where it should be. */
    static Optional<Path> newest(Path storage, long bundleId) {
        try (Stream<Path> folders = Files.list(storage.resolve("bundle" + bundleId))) {
            Optional<Path> newest = folders.filter(folder -> folder.getFileName().toString().matches("version\\d+\\.\\d+"))
                    .max(Comparator.<Path>comparingLong(folder -> number(folder, 0)).thenComparingLong(folder -> number(folder, 1)));
            if (newest.isEmpty()) {
                return Optional.empty();
            }
            Path jar = newest.get().resolve("bundle.jar");
            return Files.isRegularFile(jar) ? Optional.of(jar) : referenced(newest.get().resolve("revision.location"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long number(Path folder, int index) {
        return Long.parseLong(folder.getFileName().toString().substring("version".length()).split("\\.")[index]);
    }

    private static Optional<Path> referenced(Path file) throws IOException {
        String location = Files.readString(file).strip();
        int start = location.indexOf(REFERENCE);
        return start < 0 ? Optional.empty() : Optional.of(Path.of(URI.create(location.substring(start + REFERENCE.length()))));
    }
}
