package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.AssembledKernel;
import org.asterism.assembly.Assembler;
import org.asterism.assembly.AssemblyRequest;
import org.asterism.assembly.AtomicFile;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism assemble}: makes a kernel image and its lock. */
@Command(
        name = "assemble",
        description = "Resolves, verifies, wires, compiles and links the bundles of a descriptor into a kernel image."
                + " Writes the image and, beside it, kernel.lock; on failure writes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AssembleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.bndrun", arity = "0..1", description = "the descriptor (default: kernel.bndrun of the checkout)")
    private Path descriptor;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "kernel.elf", description = "the image (default: ${DEFAULT-VALUE})")
    private Path output;

    @Option(names = "--bundles", paramLabel = "PATTERN",
            description = "more places to look for bundles: a jar, a folder or a quoted glob; may be repeated")
    private List<String> bundles = List.of();

    @Option(names = "--locked", paramLabel = "LOCK", arity = "0..1", fallbackValue = "",
            description = "refuse to make anything but what a lock says (default: kernel.lock beside the descriptor)")
    private String lock;

    @Option(names = "--arch", paramLabel = "NAME", converter = ArchitectureName.class,
            description = "make the kernel for this architecture in place of the descriptor's: x86_64 or riscv64")
    private Architecture architecture;

    @Option(names = {"-q", "--quiet"}, description = "no progress")
    private boolean quiet;

    @Override
    public Integer call() throws RefusedException, IOException {
        Installation installation = Installation.find();
        Path file = descriptor == null ? installation.defaultDescriptor() : descriptor;
        Progress progress = quiet ? Progress.silent() : Installation.progress();
        AssembledKernel kernel = new Assembler(installation.cache(), progress).assemble(
                new AssemblyRequest(file, bundles, installation.modules(), installation.build(), lockFile(file), Optional.ofNullable(architecture)));
        byte[] image = Files.readAllBytes(kernel.image());
        AtomicFile.write(output, image);
        Path lockOutput = output.toAbsolutePath().resolveSibling("kernel.lock");
        AtomicFile.write(lockOutput, Files.readAllBytes(kernel.lock()));
        progress.done("write", output + " " + image.length / 1024 + " KiB, " + lockOutput.getFileName());
        progress.end();
        return ExitCode.OK;
    }

    private Optional<Path> lockFile(Path file) {
        if (lock == null) {
            return Optional.empty();
        }
        return Optional.of(lock.isEmpty() ? file.toAbsolutePath().resolveSibling("kernel.lock") : Path.of(lock));
    }
}
