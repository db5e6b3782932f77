package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.WRITE;
import static org.asterism.service.fs.TestKernel.error;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcTest {
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
    void processesAreListedAndVanish() {
        TestProcess other = kernel.newProcess(42);
        assertThat(kernel.list("/proc", 200)).contains("1", "42", "self", "meminfo").doesNotHaveDuplicates();
        assertThat(kernel.content("/proc/42/comm")).isEqualTo("test\n");
        kernel.system.all.remove(other);
        assertThat(kernel.open("/proc/42/comm", READ)).isEqualTo((int) error(Errno.ENOENT));
        assertThat(kernel.list("/proc", 4096)).doesNotContain("42");
    }

    @Test
    void statHasAllFields() {
        String[] fields = kernel.content("/proc/self/stat").strip().split(" ");
        assertThat(fields).hasSize(52).startsWith("1", "(test)", "R", "0", "1", "1", "0", "-1");
        assertThat(fields[13]).isEqualTo("150");
        assertThat(fields[14]).isEqualTo("25");
        assertThat(kernel.content("/proc/self/statm").strip().split(" ")).hasSize(7);
    }

    @Test
    void statusTellsSignalsAndIds() {
        assertThat(kernel.content("/proc/self/status")).contains("Name:\ttest\n", "State:\tR (running)\n",
                "SigIgn:\t0000000000000200\n", "Uid:\t0\t0\t0\t0\n", "Umask:\t0022\n", "Threads:\t1\n");
    }

    @Test
    void descriptorsAreLinksThatLeadToTheFile() {
        kernel.makeFile("/f", "content");
        int file = kernel.open("/f", READ);
        String link = "/proc/self/fd/" + file;
        assertThat(kernel.link(link)).isEqualTo("/f");
        assertThat(kernel.mode(link)).isEqualTo(FileMode.S_IFLNK | 0500);
        kernel.call("unlink", kernel.text("/f"));
        assertThat(kernel.link(link)).isEqualTo("/f (deleted)");
        assertThat(kernel.content(link)).isEqualTo("content");
        assertThat(kernel.list("/proc/self/fd", 100)).contains(Integer.toString(file));
        assertThat(kernel.open("/proc/self/fd/77", READ)).isEqualTo((int) error(Errno.ENOENT));
    }

    @Test
    void standardStreamsLeadThroughDev() {
        kernel.call("dup2", kernel.open("/dev/null", WRITE), 1);
        assertThat(kernel.write(kernel.open("/dev/stdout", WRITE), "x")).isEqualTo(1);
        assertThat(kernel.link("/dev/fd")).isEqualTo("/proc/self/fd");
    }

    @Test
    void limitsAndArgumentsAreShown() {
        assertThat(kernel.content("/proc/self/limits")).startsWith("Limit                     Soft Limit           Hard Limit           Units     \n")
                .contains("Max open files            1024                 unlimited            files     \n");
        assertThat(kernel.content("/proc/self/cmdline")).isEqualTo("a\0b\0");
        assertThat(kernel.content("/proc/self/environ")).isEqualTo("X=1\0");
    }

    @Test
    void figuresOfTheSystemHaveTheirForms() {
        assertThat(kernel.content("/proc/uptime")).matches("\\d+\\.\\d\\d \\d+\\.\\d\\d\n");
        assertThat(kernel.content("/proc/loadavg")).isEqualTo("0.05 0.25 0.75 1/1 1\n");
        assertThat(kernel.content("/proc/meminfo")).startsWith("MemTotal:").contains("MemAvailable:", "SwapFree:");
        assertThat(kernel.content("/proc/stat").lines().findFirst().orElseThrow().split(" +")).hasSize(11);
        assertThat(kernel.content("/proc/filesystems")).contains("nodev\tproc\n", "nodev\ttmpfs\n");
        assertThat(kernel.content("/proc/version")).startsWith("Linux version 6.1.0");
    }

    @Test
    void hostNameIsReadAndWritten() {
        assertThat(kernel.content("/proc/sys/kernel/hostname")).isEqualTo("asterism\n");
        kernel.write(kernel.open("/proc/sys/kernel/hostname", WRITE), "star\n");
        assertThat(kernel.system.hostName()).isEqualTo("star");
        assertThat(kernel.write(kernel.open("/proc/self/comm", WRITE), "renamed")).isEqualTo(7);
        assertThat(kernel.process.command()).isEqualTo("renamed");
    }

    @Test
    void namesInProcAreFixed() {
        assertThat(kernel.call("mkdir", kernel.text("/proc/dir"), 0755)).isEqualTo(error(Errno.ENOENT));
        assertThat(kernel.call("unlink", kernel.text("/proc/uptime"))).isEqualTo(error(Errno.EPERM));
        assertThat(kernel.call("unlink", kernel.text("/proc/self/stat"))).isEqualTo(error(Errno.EPERM));
        assertThat(kernel.open("/proc/none", TestKernel.CREATE)).isEqualTo((int) error(Errno.ENOENT));
    }

    @Test
    void partialReadsSeeOneText() {
        int file = kernel.open("/proc/self/status", READ);
        String first = kernel.read(file, 10);
        kernel.process.setCommand("other");
        assertThat(first + kernel.read(file, 20)).startsWith("Name:\ttest\n");
        kernel.call("lseek", file, 0, 0);
        assertThat(kernel.read(file, 11)).isEqualTo("Name:\tother");
    }
}
