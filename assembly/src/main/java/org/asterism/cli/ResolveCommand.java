package org.asterism.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.AtomicFile;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.link.AotImageCompiler;
import org.asterism.assembly.link.JavaBase;
import org.asterism.assembly.link.KernelLock;
import org.asterism.assembly.link.RootFiles;
import org.asterism.assembly.link.Toolchain;
import org.asterism.assembly.resolve.ArchitectureChoice;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.KernelWiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism resolve}: which bundles a kernel needs, and the lock that fixes them. */
@Command(
        name = "resolve",
        description = "Chooses the bundles of a descriptor, checks that their components can be wired, prints them, and writes kernel.lock: identity, version and hash of each,"
                + " and the tools. On failure writes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ResolveCommand implements Callable<Integer> {
    private static final int HASH_DIGITS = 12;

    @Parameters(paramLabel = "FILE.bndrun", arity = "0..1", description = "the descriptor (default: kernel.bndrun of the checkout)")
    private Path file;

    @Mixin
    private KernelArgument kernel = new KernelArgument();

    @Option(names = {"-o", "--output"}, paramLabel = "LOCK", description = "where to write the lock (default: kernel.lock beside the descriptor)")
    private Path output;

    @Option(names = "--locked", paramLabel = "LOCK", arity = "0..1", fallbackValue = "",
            description = "write nothing, and refuse whatever differs from a lock (default: kernel.lock beside the descriptor)")
    private String lock;

    @Override
    public Integer call() throws RefusedException, IOException {
        AssemblyInput input = kernel.input(file);
        Resolution resolution = input.resolve();
        int calls = input.locating(() -> KernelWiring.syscalls(resolution)).size();
        List<String> lines = KernelLock.lines(resolution, RootFiles.of(resolution.descriptor()), Toolchain.find(ArchitectureChoice.of(resolution.descriptor()).map(Architecture::toolPrefix).orElse("")), JavaBase.running(),
                new AotImageCompiler().flags(resolution.architecture()));
        Path beside = KernelArgument.descriptor(file).toAbsolutePath().resolveSibling("kernel.lock");
        if (lock != null) {
            KernelLock.check(lock.isEmpty() ? beside : Path.of(lock), lines);
        }
        for (Bundle bundle : resolution.bundles()) {
            System.out.printf("%-34s %-9s sha256:%s…%s%n", bundle.symbolicName(), bundle.version(),
                    bundle.sha256().substring(0, HASH_DIGITS), resolution.isPrivileged(bundle) ? "  privileged" : "");
        }
        System.out.println(resolution.bundles().size() + " bundles, " + calls + " system calls, architecture " + resolution.architecture()
                + ", profile " + resolution.profile().name());
        if (lock == null) {
            Path target = output == null ? beside : output;
            AtomicFile.write(target, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.println("wrote " + (output == null ? target.getFileName() : output));
        }
        return ExitCode.OK;
    }
}
