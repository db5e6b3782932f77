package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.WRITE;
import static org.asterism.service.fs.TestKernel.error;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.abi.ControlRequests;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk as a file: any position, any length, and what happens at the end. */
class DiskTest {
    private static final int SECTORS = 32;
    private static final long BYTES = SECTORS * 512L;

    private final TestKernel kernel = new TestKernel();

    @AfterEach
    void end() {
        kernel.close();
    }

    private static String letters(ArrayDisk disk, int from, int count) {
        return new String(disk.medium, from, count, StandardCharsets.US_ASCII);
    }

    private long control(int descriptor, int request, int bytes) {
        assertThat(kernel.call("ioctl", descriptor, request, kernel.data())).isZero();
        byte[] value = kernel.dataBytes(8);
        return bytes == 8 ? LittleEndian.getLong(value, 0) : LittleEndian.getInt(value, 0);
    }

    @Test
    void aDiskHasANodeAndALine() {
        assertThat(kernel.open("/dev/ada", READ)).isEqualTo((int) error(Errno.ENOENT));
        ArrayDisk.plug(kernel, SECTORS, 512, false);
        assertThat(kernel.mode("/dev/ada")).isEqualTo(FileMode.S_IFBLK | 0600);
        assertThat(LittleEndian.getLong(kernel.status("/dev/ada"), 40)).isEqualTo(DeviceNumber.of(254, 0));
        assertThat(kernel.content("/proc/partitions")).isEqualTo("major minor  #blocks  name\n\n 254        0         16 ada\n");
        kernel.call("mknod", kernel.text("/dev/nobody"), FileMode.S_IFBLK | 0600, DeviceNumber.of(9, 9));
        assertThat(kernel.open("/dev/nobody", READ)).isEqualTo((int) error(Errno.ENXIO));
    }

    @Test
    void bytesAreReadAtAnyPosition() {
        ArrayDisk.plug(kernel, SECTORS, 512, false);
        int file = kernel.open("/dev/ada", READ);
        assertThat(kernel.read(file, 3)).isEqualTo("aaa");
        assertThat(kernel.call("lseek", file, 1022, FileControl.SEEK_SET)).isEqualTo(1022);
        assertThat(kernel.read(file, 4)).isEqualTo("bbcc");
        assertThat(kernel.call("pread64", file, kernel.data(), 100, BYTES - 3)).isEqualTo(3);
        assertThat(kernel.call("pread64", file, kernel.data(), 100, BYTES)).isZero();
        assertThat(kernel.call("pread64", file, kernel.data(), 100, BYTES + 99)).isZero();
        assertThat(kernel.content("/dev/ada")).hasSize((int) BYTES).endsWith("fff");
        assertThat(kernel.call("read", file, kernel.nowhere(), 10)).isEqualTo(error(Errno.EFAULT));
        assertThat(kernel.call("write", file, kernel.data(), 10)).isEqualTo(error(Errno.EBADF));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 4096})
    void aWriteOfPartOfABlockKeepsTheRest(int blockBytes) {
        ArrayDisk disk = ArrayDisk.plug(kernel, SECTORS, blockBytes, false);
        int file = kernel.open("/dev/ada", OpenFlags.O_RDWR);
        kernel.call("lseek", file, 510, FileControl.SEEK_SET);
        assertThat(kernel.write(file, "12345")).isEqualTo(5);
        assertThat(letters(disk, 508, 10)).isEqualTo("aa12345bbb");
        kernel.call("lseek", file, 0, FileControl.SEEK_SET);
        assertThat(kernel.write(file, "x".repeat(5000))).isEqualTo(5000);
        assertThat(letters(disk, 4998, 4)).isEqualTo("xxjj");
        assertThat(kernel.call("pwrite64", file, kernel.data(), 4096, 8192)).isEqualTo(4096);
        assertThat(letters(disk, 8190, 4)).isEqualTo("ppxx");
        assertThat(letters(disk, 12286, 4)).isEqualTo("xxyy");
    }

    @Test
    void thereIsNoRoomAfterTheEnd() {
        ArrayDisk disk = ArrayDisk.plug(kernel, SECTORS, 512, false);
        int file = kernel.open("/dev/ada", WRITE);
        assertThat(kernel.call("lseek", file, 0, FileControl.SEEK_END)).isEqualTo(BYTES);
        assertThat(kernel.write(file, "x")).isEqualTo(error(Errno.ENOSPC));
        assertThat(kernel.call("write", file, kernel.data(), 0)).isZero();
        assertThat(kernel.call("lseek", file, -2, FileControl.SEEK_END)).isEqualTo(BYTES - 2);
        assertThat(kernel.write(file, "xyz")).isEqualTo(2);
        assertThat(letters(disk, (int) BYTES - 3, 3)).isEqualTo("fxy");
        assertThat(kernel.call("lseek", file, 1, FileControl.SEEK_END)).isEqualTo(error(Errno.EINVAL));
        assertThat(kernel.call("lseek", file, -1, FileControl.SEEK_SET)).isEqualTo(error(Errno.EINVAL));
        int appending = kernel.open("/dev/ada", WRITE | OpenFlags.O_APPEND);
        assertThat(kernel.write(appending, "x")).isEqualTo(1);
        assertThat(letters(disk, 0, 3)).isEqualTo("xaa");
    }

    @Test
    void faultsAndFailuresComeAfterWhatWasDone() {
        ArrayDisk disk = ArrayDisk.plug(kernel, 1024, 512, false);
        int file = kernel.open("/dev/ada", OpenFlags.O_RDWR);
        kernel.putData("z".repeat(4096).getBytes(StandardCharsets.US_ASCII));
        assertThat(kernel.call("write", file, kernel.nowhere() - 700, 4096)).isEqualTo(700);
        assertThat(letters(disk, 699, 3)).isNotEqualTo("bbb").endsWith("bb");
        disk.failingSector = 300;
        assertThat(kernel.call("pread64", file, kernel.data(), 1000, 300 * 512)).isEqualTo(error(Errno.EIO));
        assertThat(kernel.call("pwrite64", file, kernel.data(), 512, 300 * 512)).isEqualTo(error(Errno.EIO));
        assertThat(kernel.call("pwrite64", file, kernel.data(), 512, 299 * 512)).isEqualTo(512);
    }

    @Test
    void aDiskThatCannotBeWrittenSaysSo() {
        ArrayDisk.plug(kernel, SECTORS, 512, true);
        int file = kernel.open("/dev/ada", OpenFlags.O_RDWR);
        assertThat(kernel.write(file, "x")).isEqualTo(error(Errno.EPERM));
        assertThat(control(file, ControlRequests.BLKROGET, 4)).isEqualTo(1);
    }

    @Test
    void controlsTellItsGeometry() {
        ArrayDisk disk = ArrayDisk.plug(kernel, SECTORS + 3, 4096, false);
        int file = kernel.open("/dev/ada", READ);
        assertThat(control(file, ControlRequests.BLKGETSIZE64, 8)).isEqualTo(BYTES);
        assertThat(control(file, ControlRequests.BLKGETSIZE, 8)).isEqualTo(SECTORS);
        assertThat(control(file, ControlRequests.BLKSSZGET, 4)).isEqualTo(4096);
        assertThat(control(file, ControlRequests.BLKPBSZGET, 4)).isEqualTo(4096);
        assertThat(control(file, ControlRequests.BLKBSZGET, 4)).isEqualTo(4096);
        assertThat(control(file, ControlRequests.BLKROGET, 4)).isZero();
        assertThat(kernel.call("ioctl", file, ControlRequests.BLKGETSIZE64, kernel.nowhere())).isEqualTo(error(Errno.EFAULT));
        assertThat(kernel.call("ioctl", file, ControlRequests.TCGETS, kernel.data())).isEqualTo(error(Errno.ENOTTY));
        assertThat(kernel.call("fsync", file)).isZero();
        assertThat(kernel.call("fdatasync", file)).isZero();
        assertThat(kernel.call("ioctl", file, ControlRequests.BLKFLSBUF, 0)).isZero();
        assertThat(disk.flushes).isEqualTo(3);
    }
}
