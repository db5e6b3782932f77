package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.explain.DependencyTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code asterism tree}: which bundle needs which. */
@Command(
        name = "tree",
        description = "Draws the bundles of a kernel below what needs them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TreeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.bndrun", arity = "0..1", description = "the descriptor (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Override
    public Integer call() throws RefusedException, IOException {
        DependencyTree.of(kernel.input(file).resolve()).forEach(System.out::println);
        return ExitCode.OK;
    }
}
