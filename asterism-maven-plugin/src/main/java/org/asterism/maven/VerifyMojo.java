package org.asterism.maven;

import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.asterism.assembly.RefusedException;

/** Resolves, verifies and wires the kernel: everything that can refuse it before its code is compiled. */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class VerifyMojo extends KernelMojo {
    /** For Maven. */
    public VerifyMojo() {}

    @Override
    void work() throws RefusedException, IOException {
        assembler().check(request(Optional.empty()));
    }
}
