package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.host.TestMachine;
import org.junit.jupiter.api.Test;

class InitialFilesTest {
    private static final byte[] NONE = new byte[0];

    private static TestKernel boot(byte[] disk) {
        return new TestKernel(TestMachine.builder().memory(16 << 20).initialRamDisk(disk));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Archive sample() {
        return new Archive().add(".", FileMode.S_IFDIR | 0711, NONE).add("bin", FileMode.S_IFDIR | 0755, NONE)
                .add("bin/tool", FileMode.S_IFREG | 0755, ascii("x".repeat(10_000)))
                .add("bin/sh", FileMode.S_IFLNK | 0777, ascii("tool"))
                .add("./deep/er/file", FileMode.S_IFREG | 04600, ascii("deep"))
                .add("one", FileMode.S_IFREG | 0644, 2, 77, 0, NONE).add("two", FileMode.S_IFREG | 0644, 2, 77, 0, ascii("shared"))
                .add("node", FileMode.S_IFCHR | 0600, 1, 78, 1 << 8 | 3, NONE);
    }

    private static void check(TestKernel kernel) {
        assertThat(kernel.content("/bin/sh")).isEqualTo("x".repeat(10_000));
        assertThat(kernel.link("/bin/sh")).isEqualTo("tool");
        assertThat(kernel.mode("/bin/tool")).isEqualTo(FileMode.S_IFREG | 0755);
        assertThat(kernel.mode("/deep/er/file")).isEqualTo(FileMode.S_IFREG | 04600);
        assertThat(kernel.mode("/")).isEqualTo(FileMode.S_IFDIR | 0711);
        assertThat(kernel.content("/one")).isEqualTo("shared");
        assertThat(kernel.links("/two")).isEqualTo(2);
        assertThat(LittleEndian.getLong(kernel.status("/node"), 40)).isEqualTo(1 << 8 | 3);
        assertThat(LittleEndian.getInt(kernel.status("/one"), 28)).isEqualTo(3);
        assertThat(LittleEndian.getLong(kernel.status("/one"), 88)).isEqualTo(1000);
        assertThat(BootInfo.initialRamDiskSize()).isZero();
    }

    @Test
    void plainArchiveIsUnpacked() {
        try (TestKernel kernel = boot(sample().plain())) {
            check(kernel);
        }
    }

    @Test
    void compressedArchiveIsUnpacked() {
        try (TestKernel kernel = boot(sample().compressed())) {
            check(kernel);
        }
    }

    @Test
    void dataOfAllKindsAreDecompressed() {
        Random random = new Random(1);
        byte[] noise = new byte[200_000];
        random.nextBytes(noise);
        byte[] text = new byte[300_000];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ("abcdefgh\n".charAt(random.nextInt(9)) + (i >> 16));
        }
        byte[] archive = new Archive().add("noise", FileMode.S_IFREG | 0644, noise).add("text", FileMode.S_IFREG | 0644, text)
                .add("zeroes", FileMode.S_IFREG | 0644, new byte[500_000]).compressed();
        try (TestKernel kernel = boot(archive)) {
            assertThat(kernel.content("/noise").getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(noise);
            assertThat(kernel.content("/text").getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(text);
            assertThat(kernel.content("/zeroes")).isEqualTo("\0".repeat(500_000));
        }
    }

    @Test
    void archivesFollowEachOtherAndLaterFilesReplaceEarlier() {
        ByteArrayOutputStream disk = new ByteArrayOutputStream();
        disk.writeBytes(new Archive().add("f", FileMode.S_IFREG | 0644, ascii("first")).plain());
        disk.writeBytes(new Archive().add("f", FileMode.S_IFREG | 0644, ascii("second"))
                .add("g", FileMode.S_IFREG | 0644, ascii("new")).compressed());
        disk.writeBytes(new byte[64]);
        disk.writeBytes(new Archive().add("h", FileMode.S_IFREG | 0644, ascii("third")).plain());
        try (TestKernel kernel = boot(disk.toByteArray())) {
            assertThat(kernel.content("/f")).isEqualTo("second");
            assertThat(kernel.content("/g")).isEqualTo("new");
            assertThat(kernel.content("/h")).isEqualTo("third");
        }
    }

    @Test
    void damagedArchiveLeavesWhatWasBeforeAndIsLogged() {
        byte[] good = new Archive().add("f", FileMode.S_IFREG | 0644, ascii("kept")).add("g", FileMode.S_IFREG | 0644,
                ascii("y".repeat(5000))).plain();
        try (TestKernel kernel = boot(Arrays.copyOf(good, 1000))) {
            assertThat(kernel.content("/f")).isEqualTo("kept");
            assertThat(kernel.machine.log()).anyMatch(line -> line.contains("the archive ends"));
        }
        byte[] compressed = Archive.compress(good);
        compressed[40] ^= 0x55;
        try (TestKernel kernel = boot(compressed)) {
            assertThat(kernel.machine.log()).anyMatch(line -> line.contains("initial ram disk: archive at byte 0"));
        }
        try (TestKernel kernel = boot(ascii("this is no archive"))) {
            assertThat(kernel.machine.log()).anyMatch(line -> line.contains("cpio -H newc") || line.contains("ends without"));
        }
    }
}
