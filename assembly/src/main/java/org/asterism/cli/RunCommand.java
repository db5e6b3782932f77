package org.asterism.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.RefusedException;
import org.asterism.machine.ExecSession;
import org.asterism.machine.InteractiveSession;
import org.asterism.machine.MachineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code asterism run}: boots a kernel in QEMU. */
@Command(
        name = "run",
        description = "Boots a kernel in QEMU: an interactive shell, or one command with --exec. Ctrl-A X ends the machine.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private static final int DEFAULT_GDB_PORT = 1234;
    private static final int MOST_PROCESSORS = 8;
    private static final int MOST_COMMAND_LINE = 2048;

    @Spec
    private CommandSpec spec;

    @Option(names = "--exec", paramLabel = "COMMAND",
            description = "run a shell command in the guest, print its output only, exit with its exit code")
    private String exec;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "120",
            description = "with --exec: give up after so long, with exit code 124 (default: ${DEFAULT-VALUE})")
    private int timeout;

    @Option(names = "--kernel", paramLabel = "FILE",
            description = "a descriptor (.bndrun) or an assembled image (default: kernel.bndrun of the checkout)")
    private Path kernel;

    @Option(names = "--arch", paramLabel = "NAME", converter = ArchitectureName.class,
            description = "assemble the descriptor for this architecture and boot it there: x86_64 or riscv64 (default: what the kernel is for)")
    private Architecture architecture;

    @Option(names = "--bundles", paramLabel = "PATTERN",
            description = "more places to look for bundles: a jar, a folder or a quoted glob; may be repeated")
    private List<String> bundles = List.of();

    @Option(names = "--init", paramLabel = "PATH", description = "program to start in place of the shell (default: /bin/sh)")
    private String init;

    @Option(names = "--initramfs", paramLabel = "FILE|DIR",
            description = "root file system: a cpio archive (plain or gzip) or a folder to pack (default: Debian's busybox)")
    private Path initramfs;

    @Option(names = "--drive", paramLabel = "FILE", description = "a raw disk image; may be repeated")
    private List<Path> drives = List.of();

    @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "512M", converter = MemorySize.Converter.class,
            description = "main memory, such as 128M or 1G (default: ${DEFAULT-VALUE})")
    private MemorySize memory;

    @Option(names = "--smp", paramLabel = "N", defaultValue = "1", description = "processors (default: ${DEFAULT-VALUE})")
    private int processors;

    @Option(names = "--accel", paramLabel = "NAME", defaultValue = "tcg", description = "tcg or kvm (default: ${DEFAULT-VALUE})")
    private String accelerator;

    @Option(names = "--append", paramLabel = "TEXT", description = "more words for the kernel's command line, such as loglevel=7")
    private String append;

    @Option(names = "--qemu-arg", paramLabel = "ARG", description = "one more argument for QEMU; may be repeated")
    private List<String> qemuArguments = List.of();

    @Option(names = "--gdb", paramLabel = "PORT", arity = "0..1", fallbackValue = "" + DEFAULT_GDB_PORT,
            description = "let gdb in while the kernel runs (default port: ${FALLBACK-VALUE});"
                    + " with --qemu-arg=-S it waits before the first instruction")
    private Integer gdbPort;

    @Override
    public Integer call() throws RefusedException, IOException, InterruptedException {
        check();
        KernelSource source = KernelSource.of(Installation.find(), kernel, bundles, architecture, progress());
        MachineOptions options = new MachineOptions(source.image(), source.initramfs(initramfs), commandLine(source),
                memory.mebibytes(), processors, accelerator, drives,
                gdbPort == null ? OptionalInt.empty() : OptionalInt.of(gdbPort), qemuArguments);
        if (gdbPort != null) {
            System.err.println("asterism: to debug: gdb " + options.kernel() + " -ex 'directory " + source.sourceFolders()
                    + "' -ex 'target remote :" + gdbPort + "'");
        }
        if (processors > 1) {
            System.err.println("asterism: --smp " + processors + ": this kernel uses one of the processors");
        }
        if (exec == null) {
            return new InteractiveSession(options).run();
        }
        try (FileOutputStream output = new FileOutputStream(FileDescriptor.out)) {
            return new ExecSession(options, exec.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(timeout),
                    hasInput() ? new FileInputStream(FileDescriptor.in) : null, output, System.err).run();
        }
    }

    private void check() {
        require(timeout > 0, "--timeout " + timeout + ": must be at least 1 second");
        require(processors >= 1 && processors <= MOST_PROCESSORS, "--smp " + processors + ": must be 1 to " + MOST_PROCESSORS);
        require(accelerator.equals("tcg") || accelerator.equals("kvm"), "--accel " + accelerator + ": must be tcg or kvm");
        require(!accelerator.equals("kvm") || Files.isWritable(Path.of("/dev/kvm")),
                "--accel kvm: /dev/kvm is missing or not writable; use tcg");
        require(initramfs == null || Files.isReadable(initramfs), "--initramfs " + initramfs + ": no such file or folder");
        for (Path drive : drives) {
            require(Files.isRegularFile(drive) || Files.exists(drive) && !Files.isDirectory(drive), "--drive " + drive + ": no such file");
        }
        require(kernel == null || Files.isRegularFile(kernel), "--kernel " + kernel + ": no such file");
        require(exec == null || exec.getBytes(StandardCharsets.UTF_8).length <= ExecSession.MOST_COMMAND, "--exec: the command is longer than "
                + ExecSession.MOST_COMMAND + " bytes; put it into a file of --initramfs, or pass it on standard input to --exec sh");
        require(exec == null || init == null, "--exec runs its command by /bin/sh; leave --init out");
        require(init == null || init.startsWith("/") && !init.contains(" "), "--init " + init + ": must be an absolute path without spaces");
        require(gdbPort == null || gdbPort > 0 && gdbPort < 65536, "--gdb " + gdbPort + ": must be a port, 1 to 65535");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    /** A command's standard error is its own: progress of a first assembly is shown beside it to a person only. */
    private boolean progress() {
        return exec == null || Boolean.getBoolean("asterism.stderr.terminal");
    }

    private String commandLine(KernelSource source) {
        List<String> words = new ArrayList<>();
        if (!source.commandLine().isEmpty()) {
            words.add(source.commandLine());
        }
        words.add("console=ttyS0"); // for programs that look which device the terminal is
        if (init != null) {
            words.add("init=" + init);
        }
        if (append != null) {
            words.add(append);
        }
        if (exec != null) {
            if (hasInput()) {
                words.add("asterism.stdin=1");
            }
            words.add("asterism.exec");
        }
        String line = String.join(" ", words);
        require(line.length() <= MOST_COMMAND_LINE, "the kernel's command line has " + line.length() + " bytes, at most "
                + MOST_COMMAND_LINE + " are possible; shorten --append");
        return line;
    }

    /** At a terminal the command sees an empty input, so that nobody waits for a forgotten end of file. */
    private static boolean hasInput() {
        return !Boolean.getBoolean("asterism.stdin.terminal");
    }
}
