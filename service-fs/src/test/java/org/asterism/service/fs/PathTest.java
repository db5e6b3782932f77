package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.CREATE;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.WRITE;
import static org.asterism.service.fs.TestKernel.error;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathTest {
    private static final Credentials USER = new Credentials(1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, new int[0]);

    private TestKernel kernel;

    @BeforeEach
    void boot() {
        kernel = new TestKernel();
        kernel.call("mkdir", kernel.text("/d"), 0755);
        kernel.makeFile("/d/f", "content");
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    private long symlink(String target, String path) {
        return kernel.call("symlink", kernel.text(target), kernel.text(path));
    }

    @Test
    void fileReadsBackWhatWasWritten() {
        assertThat(kernel.content("/d/f")).isEqualTo("content");
        assertThat(kernel.content("d//./f")).isEqualTo("content");
        assertThat(kernel.content("/d/../../d/f")).isEqualTo("content");
    }

    @Test
    void missingComponentsAreTold() {
        assertThat(kernel.open("/none", READ)).isEqualTo((int) error(Errno.ENOENT));
        assertThat(kernel.open("/none/f", CREATE)).isEqualTo((int) error(Errno.ENOENT));
        assertThat(kernel.open("/d/f/x", READ)).isEqualTo((int) error(Errno.ENOTDIR));
        assertThat(kernel.open("", READ)).isEqualTo((int) error(Errno.ENOENT));
        assertThat(kernel.call("open", kernel.nowhere(), READ)).isEqualTo(error(Errno.EFAULT));
    }

    @Test
    void trailingSlashDemandsDirectory() {
        assertThat(kernel.open("/d/f/", READ)).isEqualTo((int) error(Errno.ENOTDIR));
        assertThat(kernel.open("/d/", READ)).isNotNegative();
        assertThat(kernel.open("/d/new/", CREATE)).isEqualTo((int) error(Errno.EISDIR));
        assertThat(kernel.call("mkdir", kernel.text("/d/e/"), 0700)).isZero();
        assertThat(kernel.call("unlink", kernel.text("/d/f/"))).isEqualTo(error(Errno.ENOTDIR));
        assertThat(kernel.call("rmdir", kernel.text("/d/e/"))).isZero();
    }

    @Test
    void longNamesAreRefused() {
        assertThat(kernel.open("/" + "n".repeat(255), CREATE)).isNotNegative();
        assertThat(kernel.open("/" + "n".repeat(256), CREATE)).isEqualTo((int) error(Errno.ENAMETOOLONG));
        assertThat(kernel.open("/.".repeat(2047) + "/", READ)).isNotNegative();
        assertThat(kernel.open("/.".repeat(2048), READ)).isEqualTo((int) error(Errno.ENAMETOOLONG));
    }

    @Test
    void symbolicLinksAreFollowed() {
        symlink("f", "/d/l");
        symlink("/d", "/abs");
        assertThat(kernel.content("/abs/l")).isEqualTo("content");
        assertThat(kernel.link("/d/l")).isEqualTo("f");
        assertThat(kernel.open("/d/l", OpenFlags.O_NOFOLLOW)).isEqualTo((int) error(Errno.ELOOP));
        assertThat(kernel.open("/d/l", OpenFlags.O_CREAT | OpenFlags.O_EXCL | WRITE)).isEqualTo((int) error(Errno.EEXIST));
    }

    @Test
    void creationThroughDanglingLinkMakesItsTarget() {
        symlink("made", "/d/l");
        kernel.makeFile("/d/l", "new");
        assertThat(kernel.content("/d/made")).isEqualTo("new");
    }

    @Test
    void fortyLinksAreFollowedAndNoMore() {
        symlink("f", "/d/l1");
        for (int i = 2; i <= 41; i++) {
            symlink("l" + (i - 1), "/d/l" + i);
        }
        assertThat(kernel.content("/d/l40")).isEqualTo("content");
        assertThat(kernel.open("/d/l41", READ)).isEqualTo((int) error(Errno.ELOOP));
        symlink("loop", "/d/loop");
        assertThat(kernel.open("/d/loop", READ)).isEqualTo((int) error(Errno.ELOOP));
    }

    @Test
    void relativePathsBeginAtTheWorkingDirectoryOrADescriptor() {
        int directory = kernel.open("/d", OpenFlags.O_PATH | OpenFlags.O_DIRECTORY);
        assertThat(kernel.call("openat", directory, kernel.text("f"), READ)).isNotNegative();
        assertThat(kernel.call("chdir", kernel.text("d"))).isZero();
        assertThat(kernel.content("f")).isEqualTo("content");
        assertThat(kernel.call("openat", 99, kernel.text("f"), READ)).isEqualTo(error(Errno.EBADF));
        int file = kernel.open("f", READ);
        assertThat(kernel.call("openat", file, kernel.text("x"), READ)).isEqualTo(error(Errno.ENOTDIR));
        assertThat(kernel.call("read", directory, kernel.data(), 1)).isEqualTo(error(Errno.EBADF));
    }

    @Test
    void workingDirectoryIsNamedUntilItIsRemoved() {
        kernel.call("mkdir", kernel.text("/d/e"), 0755);
        kernel.call("chdir", kernel.text("/d/e"));
        assertThat(kernel.call("getcwd", kernel.data(), 100)).isEqualTo(5);
        assertThat(new String(kernel.dataBytes(4), StandardCharsets.US_ASCII)).isEqualTo("/d/e");
        assertThat(kernel.call("getcwd", kernel.data(), 4)).isEqualTo(error(Errno.ERANGE));
        kernel.call("rename", kernel.text("/d"), kernel.text("/other"));
        assertThat(kernel.link("/proc/self/cwd")).isEqualTo("/other/e");
        kernel.call("rmdir", kernel.text("/other/e"));
        assertThat(kernel.call("getcwd", kernel.data(), 100)).isEqualTo(error(Errno.ENOENT));
        assertThat(kernel.open("x", CREATE)).isEqualTo((int) error(Errno.ENOENT));
    }

    @Test
    void chrootIsNotLeftByDotDot() {
        kernel.call("mkdir", kernel.text("/d/e"), 0755);
        assertThat(kernel.call("chroot", kernel.text("/d"))).isZero();
        assertThat(kernel.content("/../../f")).isEqualTo("content");
        assertThat(kernel.call("chdir", kernel.text("/e"))).isZero();
        assertThat(kernel.content("../../../f")).isEqualTo("content");
    }

    @Test
    void permissionsAreChecked() {
        kernel.call("chmod", kernel.text("/d/f"), 0600);
        kernel.call("mkdir", kernel.text("/open"), 0777);
        kernel.call("chmod", kernel.text("/open"), 01777);
        kernel.makeFile("/open/root", "");
        kernel.process.credentials = USER;
        assertThat(kernel.open("/d/f", READ)).isEqualTo((int) error(Errno.EACCES));
        assertThat(kernel.open("/d/x", CREATE)).isEqualTo((int) error(Errno.EACCES));
        assertThat(kernel.open("/open/mine", CREATE)).isNotNegative();
        assertThat(kernel.call("unlink", kernel.text("/open/root"))).isEqualTo(error(Errno.EPERM));
        assertThat(kernel.call("unlink", kernel.text("/open/mine"))).isZero();
        assertThat(kernel.call("chmod", kernel.text("/d/f"), 0666)).isEqualTo(error(Errno.EPERM));
        assertThat(kernel.call("faccessat2", AtFlags.AT_FDCWD, kernel.text("/d/f"), AtFlags.R_OK, 0))
                .isEqualTo(error(Errno.EACCES));
    }

    @Test
    void umaskIsTakenFromNewFiles() {
        assertThat(kernel.call("umask", 077)).isEqualTo(022);
        kernel.call("mkdir", kernel.text("/private"), 0777);
        assertThat(kernel.mode("/private")).isEqualTo(FileMode.S_IFDIR | 0700);
    }

    @Test
    void setGroupDirectoryHandsItsGroupDown() {
        kernel.call("chown", kernel.text("/d"), 0, 7);
        kernel.call("chmod", kernel.text("/d"), 02775);
        kernel.call("mkdir", kernel.text("/d/sub"), 0755);
        assertThat(kernel.mode("/d/sub") & FileMode.PERMISSIONS).isEqualTo(02755);
        kernel.makeFile("/d/sub/f", "");
        assertThat(LittleEndian.getInt(kernel.status("/d/sub/f"), 32)).isEqualTo(7);
    }
}
