package org.asterism.assembly.initramfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpioWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesTheDocumentedHeader() throws IOException {
        byte[] archive = CpioWriter.archive(cpio -> cpio.file("a", 0644, new byte[] {1, 2, 3}));
        String text = new String(archive, StandardCharsets.ISO_8859_1);

        assertThat(text).startsWith("070701" + "00000001" + "000081a4" + "00000000" + "00000000" + "00000001" + "00000000"
                + "00000003" + "00000000" + "00000000" + "00000000" + "00000000" + "00000002" + "00000000" + "a\0");
        assertThat(archive).hasSizeGreaterThan(116).contains(1, org.assertj.core.data.Index.atIndex(112));
        assertThat(archive.length % 4).isZero();
        assertThat(text).contains("TRAILER!!!");
    }

    @Test
    void packsAFolderAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        Files.writeString(folder.resolve("d/f"), "text");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("d/f"));

        String text = new String(FolderArchive.pack(folder), StandardCharsets.ISO_8859_1);

        assertThat(text).contains("d\0").contains("d/f\0").contains("text").contains("link\0").contains("000041").contains("0000a1ff");
        assertThat(FolderArchive.pack(folder)).isEqualTo(FolderArchive.pack(folder));
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");

        RefusedException refused = org.assertj.core.api.Assertions.catchThrowableOfType(RefusedException.class,
                () -> new InitramfsCache(folder).archive(file, Architecture.X86_64));

        assertThat(refused).hasMessageContaining("notes.txt: neither a cpio archive");
    }
}
