package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.CREATE;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.error;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.OpenFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamesTest {
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

    private long rename(String from, String to, int flags) {
        return kernel.call("renameat2", AtFlags.AT_FDCWD, kernel.text(from), AtFlags.AT_FDCWD, kernel.text(to), flags);
    }

    @Test
    void hardLinksShareTheFile() {
        assertThat(kernel.call("link", kernel.text("/d/f"), kernel.text("/g"))).isZero();
        assertThat(kernel.links("/g")).isEqualTo(2);
        kernel.makeFile("/g", "changed");
        assertThat(kernel.content("/d/f")).isEqualTo("changed");
        kernel.call("unlink", kernel.text("/d/f"));
        assertThat(kernel.links("/g")).isEqualTo(1);
        assertThat(kernel.content("/g")).isEqualTo("changed");
        assertThat(kernel.call("link", kernel.text("/d"), kernel.text("/h"))).isEqualTo(error(Errno.EPERM));
        assertThat(kernel.call("link", kernel.text("/g"), kernel.text("/d"))).isEqualTo(error(Errno.EEXIST));
        assertThat(kernel.call("link", kernel.text("/g"), kernel.text("/proc/g"))).isEqualTo(error(Errno.EXDEV));
    }

    @Test
    void unlinkedFileLivesWhileItIsOpenAndGivesItsPagesBackAfterwards() {
        int before = kernel.machine.framesInUse();
        int descriptor = kernel.open("/big", CREATE);
        kernel.write(descriptor, "x".repeat(50_000));
        kernel.call("unlink", kernel.text("/big"));
        assertThat(kernel.open("/big", READ)).isEqualTo((int) error(Errno.ENOENT));
        kernel.call("lseek", descriptor, 0, 0);
        assertThat(kernel.read(descriptor, 60_000)).hasSize(50_000);
        assertThat(kernel.link("/proc/self/fd/" + descriptor)).isEqualTo("/big (deleted)");
        kernel.call("close", descriptor);
        assertThat(kernel.machine.framesInUse()).isLessThanOrEqualTo(before);
    }

    @Test
    void directoriesCountTheirSubdirectories() {
        assertThat(kernel.links("/d")).isEqualTo(2);
        kernel.call("mkdir", kernel.text("/d/a"), 0755);
        kernel.call("mkdir", kernel.text("/d/b"), 0755);
        assertThat(kernel.links("/d")).isEqualTo(4);
        rename("/d/a", "/a", 0);
        assertThat(kernel.links("/d")).isEqualTo(3);
        kernel.call("rmdir", kernel.text("/d/b"));
        assertThat(kernel.links("/d")).isEqualTo(2);
    }

    @Test
    void onlyEmptyDirectoriesAreRemoved() {
        assertThat(kernel.call("rmdir", kernel.text("/d"))).isEqualTo(error(Errno.ENOTEMPTY));
        assertThat(kernel.call("rmdir", kernel.text("/d/f"))).isEqualTo(error(Errno.ENOTDIR));
        assertThat(kernel.call("unlink", kernel.text("/d"))).isEqualTo(error(Errno.EISDIR));
        assertThat(kernel.call("rmdir", kernel.text("/d/."))).isEqualTo(error(Errno.EINVAL));
        assertThat(kernel.call("rmdir", kernel.text("/d/.."))).isEqualTo(error(Errno.ENOTEMPTY));
        kernel.call("unlink", kernel.text("/d/f"));
        assertThat(kernel.call("rmdir", kernel.text("/d"))).isZero();
        assertThat(kernel.call("mkdir", kernel.text("/d/x"), 0755)).isEqualTo(error(Errno.ENOENT));
    }

    @Test
    void renameReplacesFilesAndEmptyDirectories() {
        kernel.makeFile("/g", "other");
        assertThat(rename("/d/f", "/g", 0)).isZero();
        assertThat(kernel.content("/g")).isEqualTo("content");
        assertThat(kernel.open("/d/f", READ)).isEqualTo((int) error(Errno.ENOENT));
        kernel.call("mkdir", kernel.text("/e"), 0755);
        assertThat(rename("/g", "/e", 0)).isEqualTo(error(Errno.EISDIR));
        assertThat(rename("/e", "/g", 0)).isEqualTo(error(Errno.ENOTDIR));
        assertThat(rename("/d", "/e", 0)).isZero();
        kernel.call("mkdir", kernel.text("/full"), 0755);
        kernel.makeFile("/full/x", "");
        assertThat(rename("/e", "/full", 0)).isEqualTo(error(Errno.ENOTEMPTY));
        assertThat(rename("/none", "/x", 0)).isEqualTo(error(Errno.ENOENT));
    }

    @Test
    void directoryDoesNotMoveIntoItself() {
        kernel.call("mkdir", kernel.text("/d/e"), 0755);
        assertThat(rename("/d", "/d/e/x", 0)).isEqualTo(error(Errno.EINVAL));
        assertThat(rename("/d", "/d/x", 0)).isEqualTo(error(Errno.EINVAL));
        assertThat(rename("/d/e", "/d", 0)).isEqualTo(error(Errno.ENOTEMPTY));
    }

    @Test
    void renameFlagsKeepOrExchange() {
        kernel.makeFile("/g", "other");
        assertThat(rename("/d/f", "/g", AtFlags.RENAME_NOREPLACE)).isEqualTo(error(Errno.EEXIST));
        assertThat(rename("/d/f", "/g", AtFlags.RENAME_EXCHANGE)).isZero();
        assertThat(kernel.content("/g")).isEqualTo("content");
        assertThat(kernel.content("/d/f")).isEqualTo("other");
        assertThat(rename("/d/f", "/none", AtFlags.RENAME_EXCHANGE)).isEqualTo(error(Errno.ENOENT));
        assertThat(rename("/d", "/g", AtFlags.RENAME_EXCHANGE)).isZero();
        assertThat(kernel.content("/g/f")).isEqualTo("other");
        assertThat(kernel.content("/d")).isEqualTo("content");
        assertThat(kernel.links("/")).isEqualTo(kernel.list("/", 4096).stream()
                .filter(name -> (kernel.mode("/" + name) & 0170000) == 0040000).count());
    }

    @Test
    void renameToAHardLinkOfItselfDoesNothing() {
        kernel.call("link", kernel.text("/d/f"), kernel.text("/d/g"));
        assertThat(rename("/d/f", "/d/g", 0)).isZero();
        assertThat(kernel.links("/d/f")).isEqualTo(2);
    }

    @Test
    void entriesRemovedWhileReadingDoNotHideOthers() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            made.add("file-" + i);
            kernel.makeFile("/d/file-" + i, "");
        }
        kernel.call("unlink", kernel.text("/d/f"));
        int directory = kernel.open("/d", OpenFlags.O_DIRECTORY);
        List<String> seen = new ArrayList<>();
        long count = kernel.call("getdents64", directory, kernel.data(), 300);
        while (count > 0) {
            byte[] records = kernel.dataBytes((int) count);
            for (int at = 0; at < count; at += records[at + 16] & 0xff) {
                String name = new String(records, at + 19, (records[at + 16] & 0xff) - 19, StandardCharsets.US_ASCII);
                name = name.substring(0, name.indexOf('\0'));
                if (!name.startsWith(".")) {
                    seen.add(name);
                    assertThat(kernel.call("unlink", kernel.text("/d/" + name))).isZero();
                }
            }
            count = kernel.call("getdents64", directory, kernel.data(), 300);
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(kernel.call("rmdir", kernel.text("/d"))).isZero();
        assertThat(kernel.call("getdents64", directory, kernel.data(), 300)).isEqualTo(error(Errno.ENOENT));
    }

    @Test
    void readingDirectoryWithSmallBufferGivesEachEntryOnce() {
        for (int i = 0; i < 40; i++) {
            kernel.makeFile("/d/" + i, "");
        }
        assertThat(kernel.list("/d", 64)).hasSize(43).doesNotHaveDuplicates().startsWith(".", "..");
        int directory = kernel.open("/d", OpenFlags.O_DIRECTORY);
        assertThat(kernel.call("getdents64", directory, kernel.data(), 8)).isEqualTo(error(Errno.EINVAL));
    }

    @Test
    void temporaryFileHasNoNameUntilItIsLinked() {
        int descriptor = kernel.open("/d", OpenFlags.O_TMPFILE | OpenFlags.O_RDWR);
        kernel.write(descriptor, "hidden");
        assertThat(kernel.list("/d", 4096)).containsExactlyInAnyOrder(".", "..", "f");
        long linked = kernel.call("linkat", AtFlags.AT_FDCWD, kernel.text("/proc/self/fd/" + descriptor), AtFlags.AT_FDCWD,
                kernel.text("/d/named"), AtFlags.AT_SYMLINK_FOLLOW);
        assertThat(linked).isZero();
        kernel.call("close", descriptor);
        assertThat(kernel.content("/d/named")).isEqualTo("hidden");
    }
}
