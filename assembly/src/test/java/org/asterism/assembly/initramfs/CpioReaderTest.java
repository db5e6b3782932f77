package org.asterism.assembly.initramfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CpioReaderTest {
    private static byte[] archive(String name, int length) throws IOException {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 7);
        return CpioWriter.archive(cpio -> {
            cpio.directory("d", 0755);
            cpio.file(name, 0644, content);
            cpio.link("link", name);
        });
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @Test
    void readsFilesOfSeveralArchivesWithPaddingBetween() throws IOException {
        assertThat(CpioReader.regularFiles(joined(archive("d/first", 5), new byte[512], archive("./second", 0))))
                .satisfiesExactly(first -> {
                    assertThat(first.name()).isEqualTo("d/first");
                    assertThat(first.content()).hasSize(5).containsOnly(7);
                }, second -> assertThat(second.name()).isEqualTo("second"));
    }

    @Test
    void readsWhatGzipHasPacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(archive("f", 1000));
        }

        assertThat(CpioReader.regularFiles(packed.toByteArray())).singleElement().extracting(CpioReader.RegularFile::name).isEqualTo("f");
    }

    @Test
    void saysThatAnArchiveIsDamaged() throws IOException {
        byte[] whole = archive("f", 100);
        assertThatIOException().isThrownBy(() -> CpioReader.regularFiles(Arrays.copyOf(whole, 150))).withMessageContaining("damaged");
        byte[] headless = whole.clone();
        headless[0] = 'x';
        assertThatIOException().isThrownBy(() -> CpioReader.regularFiles(headless)).withMessageContaining("no header at byte 0");
        byte[] huge = whole.clone();
        Arrays.fill(huge, 54, 62, (byte) 'f');
        assertThatIOException().isThrownBy(() -> CpioReader.regularFiles(huge)).withMessageContaining("damaged");
    }
}
