package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.AssembledKernel;
import org.asterism.assembly.Assembler;
import org.asterism.assembly.AssemblyRequest;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.initramfs.InitramfsCache;

/** The image to boot: assembled from a descriptor if need be, or a finished file. */
final class KernelSource {
    private static final byte[] ELF_MAGIC = {0x7f, 'E', 'L', 'F'};

    private final Installation installation;
    private final Path image;
    private final String commandLine;
    private final Optional<Path> ownInitramfs;

    private KernelSource(Installation installation, Path image, String commandLine, Optional<Path> ownInitramfs) {
        this.installation = installation;
        this.image = image;
        this.commandLine = commandLine;
        this.ownInitramfs = ownInitramfs;
    }

    static KernelSource of(Installation installation, Path file, List<String> bundles, Architecture architecture, boolean showProgress)
            throws RefusedException, IOException {
        if (file != null && isElf(file)) {
            if (architecture != null && Architecture.of(file) != architecture) {
                throw new RefusedException(file + ": is an image for " + Architecture.of(file).word() + ", not for " + architecture.word()
                        + "; leave --arch out, or name a descriptor");
            }
            return new KernelSource(installation, file, "", Optional.empty());
        }
        Path descriptor = file == null ? installation.defaultDescriptor() : file;
        AssembledKernel kernel = new Assembler(installation.cache(), showProgress ? Installation.progress() : Progress.silent())
                .assemble(new AssemblyRequest(descriptor, bundles, installation.modules(), installation.build(), Optional.empty(),
                        Optional.ofNullable(architecture)));
        return new KernelSource(installation, kernel.image(), kernel.commandLine(), kernel.initramfs());
    }

    private static boolean isElf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ELF_MAGIC.length), ELF_MAGIC);
        }
    }

    Path image() {
        return image;
    }

    /** Words of the descriptor for the kernel's command line. */
    String commandLine() {
        return commandLine;
    }

    /** Where the sources of the checkout's modules are, as gdb's {@code directory} takes them. */
    String sourceFolders() throws IOException {
        try (Stream<Path> modules = Files.walk(installation.home(), 2)) {
            Stream<String> sources = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(Path::toString);
            return sources.collect(Collectors.joining(":"));
        }
    }

    /** The archive to boot with: the one asked for, else the descriptor's, else the default. */
    Path initramfs(Path asked) throws RefusedException, IOException {
        Path chosen = asked != null ? asked : ownInitramfs.orElse(null);
        return new InitramfsCache(installation.cache()).archive(chosen, Architecture.of(image));
    }
}
