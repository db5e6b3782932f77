package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.initramfs.InitramfsCache;
import org.asterism.host.HostKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism host}: the bundles of a kernel on this JVM. */
@Command(
        name = "host",
        description = "Runs the bundles of a descriptor on this JVM, under Felix, over a simulated machine: a Gogo shell, or commands with --exec."
                + " Bundles can be installed, updated and removed while it runs. Privileged bundles are replaced by those of the host.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HostCommand implements Callable<Integer> {
    private static final int MOST_DISK_MEBIBYTES = 512;

    private final AtomicInteger refusals = new AtomicInteger();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.bndrun", arity = "0..1", description = "the descriptor (default: host.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Option(names = "--exec", paramLabel = "COMMANDS",
            description = "run Gogo commands and exit: with 0, with 1 if one failed or a bundle was refused, or with the number that the last one returns")
    private String commands;

    @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "64M", converter = MemorySize.Converter.class,
            description = "memory of the simulated machine (default: ${DEFAULT-VALUE})")
    private MemorySize memory;

    @Option(names = "--disk", paramLabel = "MEBIBYTES", defaultValue = "1",
            description = "a simulated disk of zeroes, for the driver register-disk; may be repeated (default: ${DEFAULT-VALUE})")
    private List<Integer> disks = List.of();

    @Option(names = "--drive", paramLabel = "FILE",
            description = "a raw disk image as a virtio disk; may be repeated (default: a disk of zeroes, 1 MiB)")
    private List<Path> drives = List.of();

    @Option(names = "--device", paramLabel = "DEVICE",
            description = "another device in software: edu, or PLACES#CLASS, a class path and a class of yours as in a test of its driver,"
                    + " for example target/test-classes#org.example.Model; may be repeated")
    private List<String> devices = List.of();

    @Override
    public Integer call() throws RefusedException, IOException {
        for (int disk : disks) {
            if (disk < 1 || disk > MOST_DISK_MEBIBYTES) {
                throw new ParameterException(spec.commandLine(), "--disk " + disk + ": must be 1 to " + MOST_DISK_MEBIBYTES + " MiB");
            }
        }
        for (Path drive : drives) {
            if (!Files.isReadable(drive) || !Files.isWritable(drive) || Files.isDirectory(drive)) {
                throw new ParameterException(spec.commandLine(), "--drive " + drive + ": no file that can be read and written");
            }
        }
        Installation installation = Installation.find();
        AssemblyInput input = AssemblyInput.of(kernel.request(file == null ? installation.home().resolve("host.bndrun") : file));
        Path initramfs = input.descriptor().initramfs().orElse(null);
        Instant begin = Instant.now();
        try (HostKernel host = HostKernel.start(input, new HostKernel.Options(installation.modules(), installation.cache().resolveSibling("host"),
                installation.cache(), installation.build(), (long) memory.mebibytes() << 20, disks, drives, devices,
                initramfs == null ? null : new InitramfsCache(installation.cache()).archive(initramfs, Architecture.X86_64), commands, this::refused))) {
            System.err.printf("asterism: %d bundles, resolved in %d ms and booted on Felix in %d ms; ostd-impl-host stands in for %s%n",
                    host.bundles().size(), Duration.between(begin, Instant.now()).toMillis() - host.bootMillis(), host.bootMillis(),
                    String.join(", ", input.descriptor().privileged()));
            int code = host.session();
            return code == ExitCode.OK && refusals.get() > 0 ? ExitCode.REFUSED : code;
        }
    }

    /** The framework's own commands print why a bundle does not resolve, and go on. */
    private void refused(String reason) {
        refusals.incrementAndGet();
        System.err.println("asterism: " + reason);
    }
}
