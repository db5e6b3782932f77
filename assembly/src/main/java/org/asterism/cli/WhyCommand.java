package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.explain.Explanation;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.KernelWiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asterism why}: the chain of requirements that brings something into a kernel. */
@Command(
        name = "why",
        description = "Says why something is in a kernel: the shortest chain of requirements from the descriptor to it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WhyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME",
            description = "a bundle, an exported package, a service's interface, or a system call such as openat, or its number")
    private String name;

    @Parameters(index = "1", paramLabel = "FILE.bndrun", arity = "0..1",
            description = "the descriptor (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Override
    public Integer call() throws RefusedException, IOException {
        if (name.endsWith(".bndrun") && file != null && !file.toString().endsWith(".bndrun")) {
            throw new RefusedException("the descriptor comes last: asterism why " + file + " " + name);
        }
        AssemblyInput input = kernel.input(file);
        Resolution resolution = input.resolve();
        Explanation.of(name, resolution, input.locating(() -> KernelWiring.syscalls(resolution)).values()).forEach(System.out::println);
        return ExitCode.OK;
    }
}
