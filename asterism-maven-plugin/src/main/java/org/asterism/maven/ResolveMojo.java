package org.asterism.maven;

import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.KernelWiring;

/** Chooses the kernel's bundles and lists them, each with why it is there. */
@Mojo(name = "resolve", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ResolveMojo extends KernelMojo {
    /** For Maven. */
    public ResolveMojo() {}

    @Override
    void work() throws RefusedException, IOException {
        AssemblyInput input = AssemblyInput.of(request(Optional.empty()));
        Resolution resolution = input.resolve();
        input.locating(() -> KernelWiring.syscalls(resolution)); // a kernel that cannot be wired is not resolved, either
        for (Bundle bundle : resolution.bundles()) {
            getLog().info(bundle + (resolution.isPrivileged(bundle) ? " (privileged)" : ""));
            resolution.reasons(bundle).forEach(reason -> getLog().info("    because " + reason));
        }
    }
}
