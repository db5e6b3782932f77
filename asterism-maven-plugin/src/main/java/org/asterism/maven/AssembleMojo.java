package org.asterism.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
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
    private File output;

    /** A {@code kernel.lock}: anything but what it says is refused. */
    @Parameter(property = "asterism.locked")
    private File locked;

    /** For Maven. */
    public AssembleMojo() {}

    @Override
    void work() throws RefusedException, IOException {
        AssembledKernel kernel = assembler().assemble(request(Optional.ofNullable(locked).map(File::toPath)));
        AtomicFile.write(output.toPath(), Files.readAllBytes(kernel.image()));
        AtomicFile.write(output.toPath().resolveSibling("kernel.lock"), Files.readAllBytes(kernel.lock()));
        getLog().info(output + ": " + kernel.report().imageBytes() / 1024 + " KiB");
    }
}
