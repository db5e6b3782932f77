package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.CREATE;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.WRITE;
import static org.asterism.service.fs.TestKernel.error;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.ostd.mm.UserMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataTest {
    private TestKernel kernel;

    @BeforeEach
    void boot() {
        kernel = new TestKernel();
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    @Test
    void readAfterTruncateReturnsZeroes() {
        int file = kernel.open("/f", CREATE);
        kernel.write(file, "0123456789");
        assertThat(kernel.call("ftruncate", file, 4)).isZero();
        assertThat(kernel.call("ftruncate", file, 8)).isZero();
        assertThat(kernel.content("/f")).isEqualTo("0123\0\0\0\0");
        assertThat(kernel.call("truncate", kernel.text("/f"), -1)).isEqualTo(error(Errno.EINVAL));
    }

    @Test
    void appendedWritesGoToTheEnd() {
        kernel.makeFile("/f", "one");
        int file = kernel.open("/f", WRITE | OpenFlags.O_APPEND);
        kernel.call("lseek", file, 0, FileControl.SEEK_SET);
        kernel.write(file, "two");
        assertThat(kernel.content("/f")).isEqualTo("onetwo");
        assertThat(kernel.call("lseek", file, 0, FileControl.SEEK_CUR)).isEqualTo(6);
    }

    @Test
    void holesTakeNoSpaceAndAreFound() {
        int file = kernel.open("/f", CREATE);
        kernel.call("lseek", file, 100_000, FileControl.SEEK_SET);
        kernel.write(file, "end");
        assertThat(kernel.size("/f")).isEqualTo(100_003);
        assertThat(LittleEndian.getLong(kernel.status("/f"), 64)).isEqualTo(8);
        assertThat(kernel.call("lseek", file, 0, FileControl.SEEK_DATA)).isEqualTo(98_304);
        assertThat(kernel.call("lseek", file, 0, FileControl.SEEK_HOLE)).isZero();
        assertThat(kernel.call("lseek", file, 99_000, FileControl.SEEK_HOLE)).isEqualTo(100_003);
        assertThat(kernel.call("lseek", file, 100_003, FileControl.SEEK_DATA)).isEqualTo(error(Errno.ENXIO));
        assertThat(kernel.call("lseek", file, -1, FileControl.SEEK_SET)).isEqualTo(error(Errno.EINVAL));
    }

    @Test
    void spaceIsReservedAndPunched() {
        int file = kernel.open("/f", CREATE);
        assertThat(kernel.call("fallocate", file, 0, 0, 10_000)).isZero();
        assertThat(kernel.size("/f")).isEqualTo(10_000);
        assertThat(LittleEndian.getLong(kernel.status("/f"), 64)).isEqualTo(24);
        kernel.write(file, "x".repeat(10_000));
        int punch = FileControl.FALLOC_FL_PUNCH_HOLE | FileControl.FALLOC_FL_KEEP_SIZE;
        assertThat(kernel.call("fallocate", file, punch, 4_000, 5_000)).isZero();
        assertThat(LittleEndian.getLong(kernel.status("/f"), 64)).isEqualTo(16);
        assertThat(kernel.content("/f")).isEqualTo("x".repeat(4_000) + "\0".repeat(5_000) + "x".repeat(1_000));
    }

    @Test
    void faultsAreToldOrLeaveAPartialCount() {
        int file = kernel.open("/f", CREATE);
        assertThat(kernel.call("write", file, kernel.nowhere(), 5)).isEqualTo(error(Errno.EFAULT));
        assertThat(kernel.call("write", file, kernel.nowhere() - 10, 50)).isEqualTo(10);
        assertThat(kernel.size("/f")).isEqualTo(10);
        kernel.call("lseek", file, 0, FileControl.SEEK_SET);
        assertThat(kernel.call("read", file, kernel.nowhere(), 5)).isEqualTo(error(Errno.EFAULT));
        assertThat(kernel.call("read", file, kernel.nowhere() - 4, 50)).isEqualTo(4);
    }

    @Test
    void accessModeIsEnforced() {
        kernel.makeFile("/f", "x");
        assertThat(kernel.write(kernel.open("/f", READ), "y")).isEqualTo(error(Errno.EBADF));
        assertThat(kernel.call("read", kernel.open("/f", WRITE), kernel.data(), 1)).isEqualTo(error(Errno.EBADF));
        assertThat(kernel.call("read", kernel.open("/", READ), kernel.data(), 1)).isEqualTo(error(Errno.EISDIR));
        assertThat(kernel.open("/", WRITE)).isEqualTo((int) error(Errno.EISDIR));
    }

    @Test
    void vectorsAreReadAndWrittenInOrder() {
        int file = kernel.open("/f", CREATE);
        kernel.putData("helloworld".getBytes(StandardCharsets.US_ASCII));
        byte[] vector = new byte[32];
        LittleEndian.putLong(vector, 0, kernel.data() + 5);
        LittleEndian.putLong(vector, 8, 5);
        LittleEndian.putLong(vector, 16, kernel.data());
        LittleEndian.putLong(vector, 24, 5);
        long address = kernel.text("x".repeat(40));
        UserMemory.write(address, vector, 0, vector.length);
        assertThat(kernel.call("writev", file, address, 2)).isEqualTo(10);
        assertThat(kernel.content("/f")).isEqualTo("worldhello");
        assertThat(kernel.call("writev", file, address, 1025)).isEqualTo(error(Errno.EINVAL));
    }

    @Test
    void sendfileMovesTheSourcePosition() {
        kernel.makeFile("/from", "a".repeat(70_000) + "end");
        int from = kernel.open("/from", READ);
        int to = kernel.open("/to", CREATE);
        assertThat(kernel.call("sendfile", to, from, 0, 1 << 24)).isEqualTo(70_003);
        assertThat(kernel.call("sendfile", to, from, 0, 1 << 24)).isZero();
        assertThat(kernel.size("/to")).isEqualTo(70_003);
        int appending = kernel.open("/to", WRITE | OpenFlags.O_APPEND);
        assertThat(kernel.call("sendfile", appending, from, 0, 10)).isEqualTo(error(Errno.EINVAL));
    }

    @Test
    void timesAreSetAndOmitted() {
        kernel.makeFile("/f", "x");
        byte[] times = new byte[32];
        LittleEndian.putLong(times, 0, 1000);
        LittleEndian.putLong(times, 8, 5);
        LittleEndian.putLong(times, 24, 0x3ffffffe);
        byte[] before = kernel.status("/f");
        kernel.putData(times);
        assertThat(kernel.call("utimensat", AtFlags.AT_FDCWD, kernel.text("/f"), kernel.data(), 0)).isZero();
        byte[] after = kernel.status("/f");
        assertThat(LittleEndian.getLong(after, 72)).isEqualTo(1000);
        assertThat(LittleEndian.getLong(after, 80)).isEqualTo(5);
        assertThat(LittleEndian.getLong(after, 88)).isEqualTo(LittleEndian.getLong(before, 88));
    }

    @Test
    void fileSizeLimitSignals() {
        kernel.process.fileSizeLimit = 8;
        int file = kernel.open("/f", CREATE);
        assertThat(kernel.write(file, "0123456789")).isEqualTo(8);
        assertThat(kernel.write(file, "x")).isEqualTo(error(Errno.EFBIG));
        assertThat(kernel.process.signals).containsExactly(25);
    }

    @Test
    void fullMemoryIsToldAndWhatWasWrittenStays() {
        int file = kernel.open("/f", CREATE);
        long written = 0;
        long last = kernel.write(file, "x".repeat(100_000));
        while (last > 0) {
            written += last;
            last = kernel.write(file, "x".repeat(100_000));
        }
        assertThat(last).isEqualTo(error(Errno.ENOSPC));
        assertThat(kernel.size("/f")).isEqualTo(written);
    }

    @Test
    void descriptorsAreDuplicatedAndFlagged() {
        kernel.makeFile("/f", "abc");
        int file = kernel.open("/f", READ | OpenFlags.O_CLOEXEC);
        long copy = kernel.call("fcntl", file, FileControl.F_DUPFD, 10);
        assertThat(copy).isEqualTo(10);
        assertThat(kernel.call("fcntl", file, FileControl.F_GETFD, 0)).isEqualTo(1);
        assertThat(kernel.call("fcntl", copy, FileControl.F_GETFD, 0)).isZero();
        assertThat(kernel.read(file, 1)).isEqualTo("a");
        assertThat(kernel.read((int) copy, 1)).isEqualTo("b");
        assertThat(kernel.call("dup2", copy, 20)).isEqualTo(20);
        assertThat(kernel.call("dup3", copy, copy, 0)).isEqualTo(error(Errno.EINVAL));
        assertThat(kernel.call("dup2", 99, 5)).isEqualTo(error(Errno.EBADF));
        assertThat(kernel.call("dup2", copy, 5000)).isEqualTo(error(Errno.EBADF));
        kernel.process.files().closeForExec();
        assertThat(kernel.call("close", file)).isEqualTo(error(Errno.EBADF));
        assertThat(kernel.call("close_range", 10, 30, 0)).isZero();
        assertThat(kernel.call("close", 20)).isEqualTo(error(Errno.EBADF));
    }

    @Test
    void memoryFileHasNoNameAndGivesItsPagesBack() {
        int before = kernel.machine.framesInUse();
        int file = (int) kernel.call("memfd_create", kernel.text("cache"), 1);
        kernel.write(file, "x".repeat(9000));
        assertThat(kernel.link("/proc/self/fd/" + file)).isEqualTo("/memfd:cache (deleted)");
        assertThat(kernel.content("/proc/self/fd/" + file)).hasSize(9000);
        kernel.call("close", file);
        assertThat(kernel.machine.framesInUse()).isLessThanOrEqualTo(before);
    }

    @Test
    void extendedAttributesAreNotSupported() {
        kernel.makeFile("/f", "");
        assertThat(kernel.call("getxattr", kernel.text("/f"), kernel.text("user.a"), 0, 0)).isEqualTo(error(Errno.EOPNOTSUPP));
        assertThat(kernel.call("listxattr", kernel.text("/f"), 0, 0)).isZero();
        assertThat(kernel.call("lgetxattr", kernel.text("/none"), kernel.text("user.a"), 0, 0)).isEqualTo(error(Errno.ENOENT));
    }

    @Test
    void devicesOfMemoryBehave() {
        assertThat(kernel.content("/dev/null")).isEmpty();
        assertThat(kernel.write(kernel.open("/dev/null", WRITE), "gone")).isEqualTo(4);
        assertThat(kernel.read(kernel.open("/dev/zero", READ), 3)).isEqualTo("\0\0\0");
        assertThat(kernel.write(kernel.open("/dev/full", WRITE), "x")).isEqualTo(error(Errno.ENOSPC));
        assertThat(kernel.read(kernel.open("/dev/urandom", READ), 32)).hasSize(32)
                .isNotEqualTo(kernel.read(kernel.open("/dev/urandom", READ), 32));
        assertThat(kernel.call("ioctl", kernel.open("/dev/null", READ), 0x5401, kernel.data())).isEqualTo(error(Errno.ENOTTY));
    }
}
