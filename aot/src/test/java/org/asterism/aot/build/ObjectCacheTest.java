package org.asterism.aot.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled once, and what tells two objects apart. */
class ObjectCacheTest {
    private static final String SOURCE = "int twice(int a) { return a + a; }\n";
    private static final List<String> FLAGS = List.of("-O1", "-g");

    @TempDir
    private Path folder;
    private ObjectCache cache;

    @BeforeEach
    void open() throws IOException {
        cache = new ObjectCache(folder.resolve("objects"), new Toolchain(""));
    }

    @Test
    void theSameSourceIsCompiledOnce() throws IOException {
        Path first = cache.object("a.c", SOURCE, "", FLAGS);
        assertThat(cache.object("a.c", SOURCE, "", FLAGS)).isEqualTo(first);
        assertThat(cache.compiled()).isEqualTo(1);
    }

    @Test
    void everythingThatDecidesTheBytesIsInTheName() {
        assertThat(List.of(cache.object("a.c", SOURCE, "", FLAGS), cache.object("b.c", SOURCE, "", FLAGS),
                cache.object("a.c", SOURCE + "\n", "", FLAGS), cache.object("a.c", SOURCE, "more", FLAGS),
                cache.object("a.c", SOURCE, "", List.of("-O2", "-g")))).doesNotHaveDuplicates();
    }

    /** A link to nowhere is as an object that another process has dropped since the folder was read. */
    @Test
    void whatIsUnusedForLongIsDroppedAndWhatIsGoneIsPassedOver() throws IOException {
        Path old = cache.object("a.c", SOURCE, "", FLAGS);
        Path used = cache.object("b.c", SOURCE, "", FLAGS);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(365))));
        Files.createSymbolicLink(old.resolveSibling("gone.o"), folder.resolve("nowhere"));
        new ObjectCache(folder.resolve("objects"), new Toolchain(""));
        assertThat(old).doesNotExist();
        assertThat(used).exists();
    }

    @Test
    void aFolderThatIsReachedByALinkLeavesNoTrace() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectories(folder.resolve("elsewhere")));
        ObjectCache linked = new ObjectCache(link.resolve("objects"), new Toolchain(""));
        for (String name : List.of("a.c", "a.S")) {
            String source = name.endsWith(".c") ? SOURCE : ".globl twice\ntwice: ret\n";
            Path expected = cache.object(name, source, "", FLAGS);
            Path found = linked.object(name, source, "", FLAGS);
            assertThat(found.getFileName()).isEqualTo(expected.getFileName());
            assertThat(found).hasSameBinaryContentAs(expected);
        }
    }
}
