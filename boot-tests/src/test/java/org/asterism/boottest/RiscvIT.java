package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Batch;
import org.asterism.boottest.guest.Expectation;
import org.asterism.boottest.guest.GuestMachine;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.asterism.boottest.guest.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same bundles on RISC-V: some of the programs, in little memory and the smaller page tables; the rest runs with {@code boot-tests/run --arch riscv64}. */
class RiscvIT {
    private static final List<String> PROGRAMS = List.of("pipelines", "here-documents", "threads", "fork-vfork-clone", "copy-on-write",
            "exec-and-auxv", "signal-waiting", "file-contents", "floating-registers");

    @TestFactory
    Stream<DynamicTest> programsDoWhatTheyDidOnLinux() throws IOException, InterruptedException {
        GuestMachine machine = GuestMachine.RISCV64;
        List<String> options = new ArrayList<>(machine.options());
        options.addAll(List.of("--memory", "128M", "--append", "paging=sv39 selftest"));
        Map<String, Outcome> outcomes = new Batch(GuestTree.with("riscv", PROGRAMS, machine), options, Launch.PATIENCE).run(PROGRAMS, (name, outcome) -> { });
        return PROGRAMS.stream().map(name -> dynamicTest(name,
                () -> assertThat(outcomes.get(name).verdict(Expectation.recorded(name).on(machine))).as(name).isEmpty()));
    }

    @Test
    void theCollectorKeepsWhatIsStoredWhileItMarks() throws IOException, InterruptedException {
        Launch launch = Launch.of(Launch.PATIENCE, List.of("run", "--arch", "riscv64", "--append", "heap.step=100 heap.verify",
                "--exec", "uname -m; mkdir -p a/b; ls a; dmesg | grep -o Sv48"));
        assertThat(launch.text()).as(launch.error()).isEqualTo("riscv64\nb\nSv48\n");
    }

    /** One disk on the PCI bus, then one behind registers in memory: the same driver, and the bytes in their files afterwards. */
    @Test
    void disksAreDrivenOverPciAndBehindRegisters(@TempDir Path folder) throws IOException, InterruptedException {
        Path pci = Files.writeString(folder.resolve("pci.img"), "pci\n".repeat(1 << 18));
        Path memory = Files.writeString(folder.resolve("memory.img"), "mem\n".repeat(1 << 18));
        Launch launch = Launch.of(Launch.PATIENCE, List.of("run", "--arch", "riscv64", "--drive", pci.toString(),
                "--qemu-arg=-global", "--qemu-arg=virtio-mmio.force-legacy=false", "--qemu-arg=-drive", "--qemu-arg=if=none,id=memory,format=raw,file=" + memory,
                "--qemu-arg=-device", "--qemu-arg=virtio-blk-device,drive=memory", "--exec",
                "for d in vda vdb; do cat /dev/$d | uniq -c; printf changed-$d | dd of=/dev/$d bs=512 seek=2000 conv=notrunc 2>/dev/null; done; sync"));
        assertThat(launch.text().replace(" ", "")).as(launch.error()).isEqualTo("262144pci\n262144mem\n");
        assertThat(Files.readString(pci).substring(2000 * 512 - 4, 2000 * 512 + 12)).isEqualTo("pci\nchanged-vda\n");
        assertThat(Files.readString(memory).substring(2000 * 512 - 4, 2000 * 512 + 12)).isEqualTo("mem\nchanged-vdb\n");
    }
}
