package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.link.ImageRecord;
import org.asterism.assembly.link.KernelReport.SyscallLine;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.KernelWiring;
import org.asterism.assembly.wire.LinuxCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism syscalls}: who handles each system call. */
@Command(
        name = "syscalls",
        description = "Lists the system calls of a kernel: number, name, full or partial, and the component that handles it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SyscallsCommand implements Callable<Integer> {
    private static final String ARCHITECTURE = "architecture ";

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a descriptor or an assembled image (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Option(names = "--missing", description = "list the calls that Linux has and this kernel answers with ENOSYS")
    private boolean missing;

    @Override
    public Integer call() throws RefusedException, IOException {
        if (file != null && KernelArgument.isImage(file)) {
            ImageRecord image = ImageRecord.read(file);
            String architecture = image.lock().stream().filter(line -> line.startsWith(ARCHITECTURE)).findFirst().orElse(ARCHITECTURE);
            print(image.report().syscalls(), architecture.substring(ARCHITECTURE.length()));
        } else {
            AssemblyInput input = kernel.input(file);
            Resolution resolution = input.resolve();
            print(input.locating(() -> KernelWiring.syscalls(resolution)).values().stream()
                    .map(call -> new SyscallLine(call.number(), call.name(), call.provider().name(), call.partial()))
                    .toList(), resolution.architecture());
        }
        return ExitCode.OK;
    }

    private void print(List<SyscallLine> calls, String architecture) {
        Map<String, Integer> linux = LinuxCalls.of(architecture);
        Set<String> provided = new HashSet<>();
        calls.forEach(call -> provided.add(call.name()));
        if (missing) {
            linux.entrySet().stream()
                    .filter(call -> !provided.contains(call.getKey()))
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(call -> System.out.printf("%4d %-24s missing%n", call.getValue(), call.getKey()));
        } else {
            for (SyscallLine call : calls) {
                System.out.printf("%4d %-24s %-8s %s%s%n", call.number(), call.name(), call.partial().isEmpty() ? "full" : "partial",
                        call.component(), call.partial().isEmpty() ? "" : ": " + call.partial());
            }
        }
        long partial = calls.stream().filter(call -> !call.partial().isEmpty()).count();
        System.out.println(calls.size() + " of the " + linux.size() + " calls of Linux on " + architecture + ": "
                + (calls.size() - partial) + " full, " + partial + " partial");
    }
}
