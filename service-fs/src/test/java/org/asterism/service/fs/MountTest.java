package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.CREATE;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.error;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.MountFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MountTest {
    private TestKernel kernel;

    @BeforeEach
    void boot() {
        kernel = new TestKernel();
        kernel.call("mkdir", kernel.text("/m"), 0755);
        kernel.call("mkdir", kernel.text("/n"), 0755);
        kernel.makeFile("/m/under", "under");
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    private long mount(String source, String target, String type, int flags, String options) {
        return kernel.call("mount", kernel.text(source), kernel.text(target), kernel.text(type), flags, kernel.text(options));
    }

    private long unmount(String target, int flags) {
        return kernel.call("umount2", kernel.text(target), flags);
    }

    @Test
    void mountHidesWhatIsUnderIt() {
        assertThat(mount("tmpfs", "/m", "tmpfs", 0, "")).isZero();
        assertThat(kernel.open("/m/under", READ)).isEqualTo((int) error(Errno.ENOENT));
        kernel.makeFile("/m/over", "over");
        assertThat(kernel.content("/m/../m/over")).isEqualTo("over");
        assertThat(unmount("/m", 0)).isZero();
        assertThat(kernel.content("/m/under")).isEqualTo("under");
        assertThat(unmount("/m", 0)).isEqualTo(error(Errno.EINVAL));
    }

    @Test
    void busyMountsStay() {
        mount("tmpfs", "/m", "tmpfs", 0, "");
        kernel.call("mkdir", kernel.text("/m/inner"), 0755);
        mount("tmpfs", "/m/inner", "tmpfs", 0, "");
        assertThat(unmount("/m", 0)).isEqualTo(error(Errno.EBUSY));
        assertThat(unmount("/m/inner", 0)).isZero();
        int file = kernel.open("/m/f", CREATE);
        assertThat(unmount("/m", 0)).isEqualTo(error(Errno.EBUSY));
        kernel.call("close", file);
        kernel.call("chdir", kernel.text("/m"));
        assertThat(unmount("/m", 0)).isEqualTo(error(Errno.EBUSY));
        kernel.call("chdir", kernel.text("/"));
        assertThat(unmount("/m", 0)).isZero();
    }

    @Test
    void lazyUnmountKeepsOpenFilesUntilTheyAreClosed() {
        int before = kernel.machine.framesInUse();
        mount("tmpfs", "/m", "tmpfs", 0, "");
        int file = kernel.open("/m/f", CREATE);
        kernel.write(file, "x".repeat(20_000));
        assertThat(unmount("/m", MountFlags.MNT_DETACH)).isZero();
        assertThat(kernel.content("/m/under")).isEqualTo("under");
        kernel.call("lseek", file, 0, 0);
        assertThat(kernel.read(file, 20_000)).hasSize(20_000);
        kernel.call("close", file);
        assertThat(kernel.machine.framesInUse()).isLessThanOrEqualTo(before);
    }

    @Test
    void unmountedMemoryIsGivenBack() {
        int before = kernel.machine.framesInUse();
        mount("tmpfs", "/m", "tmpfs", 0, "");
        kernel.call("mkdir", kernel.text("/m/d"), 0755);
        kernel.makeFile("/m/d/f", "x".repeat(100_000));
        unmount("/m", 0);
        assertThat(kernel.machine.framesInUse()).isLessThanOrEqualTo(before);
    }

    @Test
    void bindShowsTheSameFiles() {
        assertThat(mount("/m", "/n", "", MountFlags.MS_BIND, "")).isZero();
        assertThat(kernel.content("/n/under")).isEqualTo("under");
        kernel.makeFile("/n/new", "new");
        assertThat(kernel.content("/m/new")).isEqualTo("new");
        assertThat(kernel.call("link", kernel.text("/m/new"), kernel.text("/n/link"))).isEqualTo(error(Errno.EXDEV));
        assertThat(unmount("/n", 0)).isZero();
        assertThat(kernel.list("/n", 4096)).containsExactly(".", "..");
    }

    @Test
    void mountMoves() {
        mount("tmpfs", "/m", "tmpfs", 0, "");
        kernel.makeFile("/m/f", "moved");
        assertThat(mount("/m", "/n", "", MountFlags.MS_MOVE, "")).isZero();
        assertThat(kernel.content("/n/f")).isEqualTo("moved");
        assertThat(kernel.content("/m/under")).isEqualTo("under");
        assertThat(mount("/m", "/n", "", MountFlags.MS_MOVE, "")).isEqualTo(error(Errno.EINVAL));
    }

    @Test
    void readOnlyMountRefusesChanges() {
        mount("tmpfs", "/m", "tmpfs", 0, "");
        kernel.makeFile("/m/f", "x");
        assertThat(mount("tmpfs", "/m", "tmpfs", MountFlags.MS_REMOUNT | MountFlags.MS_RDONLY, "")).isZero();
        assertThat(kernel.open("/m/f", CREATE)).isEqualTo((int) error(Errno.EROFS));
        assertThat(kernel.open("/m/g", CREATE)).isEqualTo((int) error(Errno.EROFS));
        assertThat(kernel.call("unlink", kernel.text("/m/f"))).isEqualTo(error(Errno.EROFS));
        assertThat(kernel.call("chmod", kernel.text("/m/f"), 0600)).isEqualTo(error(Errno.EROFS));
        assertThat(kernel.content("/m/f")).isEqualTo("x");
        assertThat(mount("tmpfs", "/m", "tmpfs", MountFlags.MS_REMOUNT, "")).isZero();
        assertThat(kernel.open("/m/g", CREATE)).isNotNegative();
    }

    @Test
    void limitsOfSizeAndInodesHold() {
        assertThat(mount("t", "/m", "tmpfs", 0, "size=16k,nr_inodes=3,mode=700")).isZero();
        assertThat(kernel.mode("/m") & 07777).isEqualTo(0700);
        int file = kernel.open("/m/f", CREATE);
        assertThat(kernel.write(file, "x".repeat(20_000))).isEqualTo(16_384);
        assertThat(kernel.write(file, "x")).isEqualTo(error(Errno.ENOSPC));
        assertThat(kernel.open("/m/g", CREATE)).isNotNegative();
        assertThat(kernel.open("/m/h", CREATE)).isEqualTo((int) error(Errno.ENOSPC));
        kernel.call("close", file);
        kernel.call("unlink", kernel.text("/m/f"));
        assertThat(kernel.open("/m/h", CREATE)).isNotNegative();
        kernel.call("statfs", kernel.text("/m"), kernel.data());
        byte[] figures = kernel.dataBytes(120);
        assertThat(LittleEndian.getLong(figures, 0)).isEqualTo(0x01021994);
        assertThat(LittleEndian.getLong(figures, 16)).isEqualTo(4);
        assertThat(LittleEndian.getLong(figures, 24)).isEqualTo(4);
    }

    @Test
    void wrongMountsAreRefused() {
        assertThat(mount("none", "/m", "nosuchfs", 0, "")).isEqualTo(error(Errno.ENODEV));
        assertThat(mount("none", "/none", "tmpfs", 0, "")).isEqualTo(error(Errno.ENOENT));
        assertThat(mount("none", "/m/under", "tmpfs", 0, "")).isEqualTo(error(Errno.ENOTDIR));
        assertThat(mount("none", "/m", "tmpfs", 0, "size=x")).isEqualTo(error(Errno.EINVAL));
        assertThat(mount("none", "/m", "tmpfs", 0, "nonsense=1")).isEqualTo(error(Errno.EINVAL));
        assertThat(kernel.call("rmdir", kernel.text("/proc"))).isEqualTo(error(Errno.EBUSY));
    }

    @Test
    void mountsAreListedBelowTheRootOfTheProcess() {
        mount("a b", "/m", "tmpfs", MountFlags.MS_NOSUID, "size=1m");
        assertThat(kernel.content("/proc/mounts")).startsWith("rootfs / rootfs rw")
                .contains("a\\040b /m tmpfs rw,nosuid,relatime,size=1024k 0 0\n").contains("proc /proc proc rw,relatime 0 0\n");
        kernel.call("mkdir", kernel.text("/m/proc"), 0755);
        mount("proc", "/m/proc", "proc", 0, "");
        kernel.call("chroot", kernel.text("/m"));
        assertThat(kernel.content("/proc/mounts")).isEqualTo(
                "a\\040b / tmpfs rw,nosuid,relatime,size=1024k 0 0\nproc /proc proc rw,relatime 0 0\n");
    }
}
