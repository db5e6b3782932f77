package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./asterism run --drive FILE}: QEMU's virtio disks in {@code /dev}, as Linux has them, and their bytes in the files afterwards. */
class DiskIT {
    private static final int BYTES = 1 << 20;
    private static final int SECTOR = 512;

    @TempDir
    private Path folder;

    private static byte[] letters() {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) ('a' + i / SECTOR % 26);
        }
        return bytes;
    }

    private Path image(String name) throws IOException {
        return Files.write(folder.resolve(name), letters());
    }

    /** What the program writes to both disks that it can write. */
    private static byte[] written() {
        byte[] bytes = letters();
        put(bytes, 3 * 4096, "0123456789\n".repeat(4096).substring(0, 9 * 4096));
        put(bytes, 70_000, "middle");
        put(bytes, 511, "xy");
        Arrays.fill(bytes, 4 << 16, 9 << 16, (byte) 0);
        return bytes;
    }

    private static void put(byte[] bytes, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, text.length());
    }

    @Test
    void disksAreFilesAsOnLinux() throws Exception {
        Path resources = Checkout.bootTests().resolve("src/test/resources/disks");
        Path first = image("a,comma.img");
        Path readOnly = image("b.img");
        Path wide = image("c.img");
        Launch launch = Launch.of(Launch.PATIENCE, List.of("run", "--drive", first.toString(),
                "--qemu-arg=-drive", "--qemu-arg=if=none,format=raw,id=ro,readonly=on,file=" + readOnly,
                "--qemu-arg=-device", "--qemu-arg=virtio-blk-pci,drive=ro",
                "--qemu-arg=-drive", "--qemu-arg=if=none,format=raw,id=wide,file=" + wide,
                "--qemu-arg=-device", "--qemu-arg=virtio-blk-pci,drive=wide,vectors=0,logical_block_size=4096,physical_block_size=4096",
                "--exec", Files.readString(resources.resolve("disk-files.sh"))));
        assertThat(launch.text()).as(launch.error()).isEqualTo(Files.readString(resources.resolve("disk-files.out")));
        byte[] expected = written();
        assertThat(Files.readAllBytes(wide)).isEqualTo(expected);
        Arrays.fill(expected, 1_048_000, BYTES, (byte) 0);
        put(expected, 0, "123");
        assertThat(Files.readAllBytes(first)).isEqualTo(expected);
        assertThat(Files.readAllBytes(readOnly)).isEqualTo(letters());
    }
}
