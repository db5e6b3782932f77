package org.asterism.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.machine.ExecSession;
import org.asterism.machine.MachineOptions;
import org.asterism.measure.CollectorBenchmark;
import org.asterism.measure.CollectorBenchmark.GuestTime;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asterism bench gc}: the stops of the kernel's collector. */
@Command(
        name = "gc",
        description = "Boots the default kernel, lets a program make it keep objects alive, and prints what its collector does: stops as the"
                + " kernel counts them, the longest gap that a spinning program sees, and bytes allocated by system call. Each size runs with"
                + " the host's time and with time counted in instructions, one a nanosecond.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchCollectorCommand implements Callable<Integer> {
    private static final int MEMORY_MEBIBYTES = 512;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @Option(names = "--live", paramLabel = "MEGABYTES", split = ",", defaultValue = "0,5,20",
            description = "what files keep alive beside the kernel's own (default: ${DEFAULT-VALUE})")
    private List<Integer> liveMegabytes = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws RefusedException, IOException, InterruptedException {
        for (int megabytes : liveMegabytes) {
            if (megabytes < 0 || megabytes > 48) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--live " + megabytes + ": must be 0 to 48");
            }
        }
        Installation installation = Installation.find();
        KernelSource kernel = KernelSource.of(installation, null, List.of(), null, true);
        Path tree = tree(installation);
        new CollectorBenchmark((command, time) -> run(kernel, tree, command, time), System.out).run(liveMegabytes);
        return ExitCode.OK;
    }

    /** The default root file system and the program that measures, made by the scripts of the boot tests. */
    private static Path tree(Installation installation) throws IOException, InterruptedException {
        Path scripts = installation.home().resolve("boot-tests/oracle");
        Path folder = Files.createDirectories(installation.home().resolve("target")).resolve("bench-gc");
        script(scripts.resolve("guest-tree").toString(), folder.toString());
        script(scripts.resolve("guest-tests").toString(), folder.toString(), "stress/live-heap");
        return folder;
    }

    private static void script(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed: " + said);
        }
    }

    private static String run(KernelSource kernel, Path tree, String command, GuestTime time) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<String> clock = time == GuestTime.HOST ? List.of() : List.of("-icount", "shift=0");
        try {
            MachineOptions options = new MachineOptions(kernel.image(), kernel.initramfs(tree), (kernel.commandLine() + " console=ttyS0 asterism.exec").strip(),
                    MEMORY_MEBIBYTES, 1, "tcg", List.of(), OptionalInt.empty(), clock);
            int exit = new ExecSession(options, command.getBytes(StandardCharsets.UTF_8), TIMEOUT, null, output, System.err).run();
            if (exit != 0) {
                throw new IOException("the command in the guest ended with code " + exit + ": " + command);
            }
        } catch (RefusedException e) {
            throw new IOException(String.join("; ", e.reasons()), e);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
