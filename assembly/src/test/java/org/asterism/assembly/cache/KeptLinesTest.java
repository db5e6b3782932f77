package org.asterism.assembly.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLinesTest {
    @TempDir
    private Path folder;
    private KeptLines lines;

    @BeforeEach
    void keep() throws IOException {
        lines = new KeptLines(folder.resolve("kind"), "key");
        lines.write(List.of("one", "zwei €"));
    }

    @Test
    void whatWasKeptIsFoundByItsKeyAlone() throws IOException {
        assertThat(lines.read()).contains(List.of("one", "zwei €"));
        assertThat(new KeptLines(folder.resolve("kind"), "key").read()).isPresent();
        assertThat(new KeptLines(folder.resolve("kind"), "other key").read()).isEmpty();
        assertThat(new KeptLines(folder.resolve("other kind"), "key").read()).isEmpty();
    }

    @Test
    void aFileThatIsCutOffAnywhereIsAsGoodAsNone() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            assertThat(lines.read()).as("the first %d bytes", length).isEmpty();
        }
    }

    @Test
    void aFileThatWasChangedIsAsGoodAsNone() throws IOException {
        Files.writeString(file(), Files.readString(file()).replace("one", "two"));
        assertThat(lines.read()).isEmpty();
    }

    @Test
    void theFileOfAnotherKeyIsAsGoodAsNone() throws IOException {
        KeptLines other = new KeptLines(folder.resolve("kind"), "other key");
        byte[] content = Files.readAllBytes(file());
        Files.delete(file());
        other.write(List.of("x"));
        Files.write(file(), content);
        assertThat(other.read()).isEmpty();
    }

    /** The only file that is kept. */
    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kind"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
