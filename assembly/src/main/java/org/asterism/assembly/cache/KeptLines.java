package org.asterism.assembly.cache;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.aot.build.CacheFolder;
import org.asterism.assembly.AtomicFile;
import org.asterism.assembly.bundle.Sha256;

/**
 * Lines of text that follow from a key. The file's first line is the hash of key and lines, so that a file which is damaged, or belongs to
 * another key, is as good as none.
 */
public final class KeptLines {
    private final String key;
    private final Path file;

    /**
     * A place for lines.
     *
     * @param folder where such lines are kept; made when needed
     * @param key all that the lines depend on
     */
    public KeptLines(Path folder, String key) {
        this.key = key;
        this.file = folder.resolve(hash(key));
    }

    /**
     * Finds what was kept.
     *
     * @return the lines; nothing if there are none, or the file is not as it was written
     * @throws IOException if there is a file that cannot be read
     */
    public Optional<List<String>> read() throws IOException {
        try {
            List<String> content = Files.readAllLines(file);
            List<String> lines = content.subList(Math.min(1, content.size()), content.size());
            if (content.isEmpty() || !content.get(0).equals(checksum(lines))) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(lines);
        } catch (NoSuchFileException | CharacterCodingException none) {
            return Optional.empty();
        }
    }

    /**
     * Keeps lines, and drops what nobody has read for a month.
     *
     * @param lines without ends of lines in them
     * @throws IOException if they cannot be written
     */
    public void write(List<String> lines) throws IOException {
        AtomicFile.write(file, (checksum(lines) + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        CacheFolder.dropUnused(file.getParent(), "*");
    }

    private String checksum(List<String> lines) {
        return hash(key + "\n" + String.join("\n", lines));
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
