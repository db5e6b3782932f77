package org.asterism.assembly.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.initramfs.DefaultInitramfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootFilesTest {
    @TempDir
    Path folder;

    @Test
    void programsOfDebianAreNamedWithTheirPackageAndOthersAsNotRecorded() throws IOException {
        assumeTrue(DebianSource.of(DefaultInitramfs.BUSYBOX).isPresent(), "this machine has no busybox of Debian's");
        Path root = Files.createDirectories(folder.resolve("root/bin")).getParent();
        Files.copy(DefaultInitramfs.BUSYBOX.toRealPath(), root.resolve("bin/busybox"));
        Files.write(root.resolve("bin/own"), new byte[] {0x7f, 'E', 'L', 'F', 2});
        Files.writeString(root.resolve("notes"), "text");

        RootFiles files = RootFiles.of(root);

        assertThat(files.noticeLines()).hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("beside the image, not in it: the root file system root of -ostd-initramfs, 3 files, sha256 "),
                        line -> assertThat(line).startsWith("    /bin/busybox: Debian package busybox").contains("GPL-2", "; source: Debian source package busybox "),
                        line -> assertThat(line).isEqualTo("    /bin/own: licence not recorded; ask who made it"),
                        line -> assertThat(line).isEqualTo("    1 other files: licence not recorded; ask who made them"));
        assertThat(files.lockLines()).hasSize(3).anyMatch(line -> line.startsWith("root /bin/busybox Debian package busybox"));
        assertThat(RootFiles.hash(root)).isEqualTo(files.sha256());
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        assertThat(RootFiles.of(folder.resolve("absent")).lockLines()).containsExactly("initramfs absent absent");
        assertThat(RootFiles.of(folder.resolve("absent")).noticeLines())
                .containsExactly("beside the image, not in it: the root file system absent of -ostd-initramfs, which was not there when the image was assembled");
    }
}
