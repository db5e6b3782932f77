package org.asterism.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code asterism install}: makes the project's artifacts known to the user's Maven. */
@Command(
        name = "install",
        description = "Puts ostd-api, the bundles, the test kit, the Maven plugin and the archetypes into your local Maven repository,"
                + " for builds outside this checkout.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InstallCommand implements Callable<Integer> {
    @Mixin
    private RepositoryOption repository;

    @Override
    public Integer call() throws RefusedException, IOException {
        repository.install(Installation.find());
        return ExitCode.OK;
    }
}
