package org.asterism.language.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.aot.CompilationRequest.BundleInput;
import org.asterism.aot.target.Target;
import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.linux.LinuxProcess;
import org.asterism.ostd.program.ProgramHost;
import org.asterism.ostd.riscv.RiscvPageFormat;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.x86.X86PageTableFormat;

/** What batches are compiled for. */
public enum Machine {
    /** A process of Linux on x86-64. */
    LINUX_PROCESS("process", Target.LINUX_X86_64, "org.asterism.ostd.impl.linux", LinuxProcess.class, "main", List.of(), List.of()),
    /** A bare machine of x86-64. */
    BARE_X86_64("x86_64", Target.BARE_X86_64.initializingProgramsOnUse(), "org.asterism.ostd.impl.x86", X86PageTableFormat.class, "bareMain",
            List.of("qemu-system-x86_64", "-machine", "q35", "-cpu", "max"), List.of("-serial", "chardev:channel")),
    /** A bare machine of RISC-V. */
    BARE_RISCV64("riscv64", Target.BARE_RISCV64.initializingProgramsOnUse(), "org.asterism.ostd.impl.riscv", RiscvPageFormat.class, "bareMain",
            List.of("qemu-system-riscv64", "-machine", "virt", "-cpu", "rv64"), List.of("-device", "pci-serial,chardev=channel"));

    private static final int RISCV_PREEMPTION_FACTOR = 3;

    private final String word;
    private final Target target;
    private final String bundle;
    private final Class<?> inBundle;
    private final String main;
    private final List<String> emulator;
    private final List<String> channel;

    Machine(String word, Target target, String bundle, Class<?> inBundle, String main, List<String> emulator, List<String> channel) {
        this.word = word;
        this.target = target;
        this.bundle = bundle;
        this.inBundle = inBundle;
        this.main = main;
        this.emulator = emulator;
        this.channel = channel;
    }

    /** What chooses it on the command line of a test run. */
    String word() {
        return word;
    }

    /**
     * The word of the kernel's command line that has the timer ring every so many nanoseconds, of an instruction each when they are counted;
     * more on RISC-V, where a switch of tasks takes more instructions and the clock ticks every hundred.
     */
    public String preemptingEvery(int nanos) {
        return "preempt.every=" + (this == BARE_RISCV64 ? RISCV_PREEMPTION_FACTOR * nanos : nanos);
    }

    Target target() {
        return target;
    }

    /** The method of the index that is the program of an image. */
    String main() {
        return BatchIndex.CLASS + "." + main;
    }

    /** OSTD on this machine. */
    List<BundleInput> bundles() {
        return new ArrayList<>(List.of(
                BundleInput.holding(Task.class, "org.asterism.ostd.api", false),
                BundleInput.holding(ObjectHeap.class, "org.asterism.ostd.core", true),
                BundleInput.holding(ProgramHost.class, "org.asterism.ostd.program", true),
                BundleInput.holding(inBundle, bundle, true)));
    }

    /** QEMU's command line for an image: the terminal goes to a file, the raw channel, on which programs print, to standard output. */
    List<String> boot(Path elf, Path terminal, int megabytes, String commandLine) {
        List<String> command = new ArrayList<>(emulator);
        command.addAll(List.of("-accel", "tcg", "-m", Integer.toString(megabytes), "-display", "none", "-no-reboot", "-nodefaults",
                "-serial", "file:" + terminal, "-chardev", "stdio,id=channel"));
        command.addAll(channel);
        command.addAll(List.of("-kernel", elf.toString(), "-append", commandLine));
        return command;
    }
}
