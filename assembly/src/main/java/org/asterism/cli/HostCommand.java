package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.RefusedException;
import org.asterism.host.HostKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism host}: the bundles of a kernel on this JVM. */
@Command(
        name = "host",
        description = "Runs the bundles of a descriptor on this JVM, under Felix, over a simulated machine: a Gogo shell, or commands with --exec."
                + " Bundles can be installed, updated and removed while it runs. Privileged bundles are replaced by those of the host.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HostCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.bndrun", arity = "0..1", description = "the descriptor (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Option(names = "--exec", paramLabel = "COMMANDS",
            description = "run Gogo commands and exit: with 0, with 1 if one failed, or with the number that the last one returns")
    private String commands;

    @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "64M", converter = MemorySize.Converter.class,
            description = "memory of the simulated machine (default: ${DEFAULT-VALUE})")
    private MemorySize memory;

    @Override
    public Integer call() throws RefusedException, IOException {
        Installation installation = Installation.find();
        AssemblyInput input = AssemblyInput.of(kernel.request(file));
        Instant begin = Instant.now();
        try (HostKernel host = HostKernel.start(input, new HostKernel.Options(installation.modules(), installation.cache().resolveSibling("host"),
                (long) memory.mebibytes() << 20, commands, refusal -> System.err.println("asterism: " + refusal)))) {
            System.err.printf("asterism: %d bundles resolved, started and booted on Felix in %d ms; ostd-impl-host stands in for %s%n",
                    host.bundles().size(), Duration.between(begin, Instant.now()).toMillis(), String.join(", ", input.descriptor().privileged()));
            return host.session();
        }
    }
}
