package org.asterism.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.asterism.assembly.AssembledKernel;
import org.asterism.assembly.AtomicFile;
import org.asterism.assembly.RefusedException;

/** Makes the kernel image and, beside it, {@code kernel.lock}. */
@Mojo(name = "assemble", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class AssembleMojo extends KernelMojo {
    /** The image. */
    @Parameter(property = "asterism.output", defaultValue = "${project.build.directory}/kernel.elf")
    private Path output;

    /** A {@code kernel.lock}: anything but what it says is refused. */
    @Parameter(property = "asterism.locked")
    private Path locked;

    /** For Maven. */
    public AssembleMojo() {}

    @Override
    void work() throws RefusedException, IOException {
        AssembledKernel kernel = assembler().assemble(request(Optional.ofNullable(locked)));
        AtomicFile.write(output, Files.readAllBytes(kernel.image()));
        AtomicFile.write(output.resolveSibling("kernel.lock"), Files.readAllBytes(kernel.lock()));
        getLog().info(output + ": " + kernel.report().imageBytes() / 1024 + " KiB");
    }
}
