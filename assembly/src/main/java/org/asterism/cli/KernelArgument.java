package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.AssembledKernel;
import org.asterism.assembly.Assembler;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.AssemblyRequest;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.link.ElfSections;
import org.asterism.assembly.link.ImageRecord;
import org.asterism.assembly.link.KernelReport;
import org.asterism.assembly.resolve.Resolution;
import picocli.CommandLine.Option;

/** What commands that ask about a kernel have in common: it is a descriptor or, for some, an assembled image. */
final class KernelArgument {
    private static final int MAGIC_BYTES = 64;

    @Option(names = "--bundles", paramLabel = "PATTERN",
            description = "more places to look for bundles: a jar, a folder or a quoted glob; may be repeated")
    private List<String> bundles = List.of();

    @Option(names = "--arch", paramLabel = "NAME", converter = ArchitectureName.class,
            description = "make the kernel for this architecture in place of the descriptor's: x86_64 or riscv64")
    private Architecture architecture;

    /** The descriptor itself, or the default one. */
    static Path descriptor(Path file) throws RefusedException {
        return file == null ? Installation.find().defaultDescriptor() : file;
    }

    /** An assembly of a descriptor. */
    AssemblyRequest request(Path file) throws RefusedException {
        Installation installation = Installation.find();
        return new AssemblyRequest(descriptor(file), bundles, installation.modules(), installation.build(), Optional.empty(),
                Optional.ofNullable(architecture));
    }

    /** What a descriptor's kernel is made from. */
    AssemblyInput input(Path file) throws RefusedException, IOException {
        if (file != null && isImage(file)) {
            throw new RefusedException(file + ": is an image, which does not say what its bundles require; name the descriptor it was assembled from");
        }
        return AssemblyInput.of(request(file));
    }

    /** What an image carries; a descriptor is assembled first, if that was not done before. */
    ImageRecord record(Path file) throws RefusedException, IOException {
        if (file != null && isImage(file)) {
            return ImageRecord.read(file);
        }
        return ImageRecord.read(assemble(file).image());
    }

    /** What a kernel is made of; only when it is assembled is it known why each bundle is there. */
    KernelReport report(Path file) throws RefusedException, IOException {
        if (file != null && isImage(file)) {
            return ImageRecord.read(file).report();
        }
        return assemble(file).report();
    }

    private AssembledKernel assemble(Path file) throws RefusedException, IOException {
        return new Assembler(Installation.find().cache(), Installation.progress()).assemble(request(file));
    }

    static boolean isImage(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return ElfSections.isElf(in.readNBytes(MAGIC_BYTES));
        }
    }
}
