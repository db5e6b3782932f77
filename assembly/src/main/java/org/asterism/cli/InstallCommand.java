package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.project.LocalRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code asterism install}: makes the project's artifacts known to the user's Maven. */
@Command(
        name = "install",
        description = "Puts ostd-api, the bundles, the test kit, the Maven plugin and the archetypes into your local Maven repository,"
                + " for builds outside this checkout.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InstallCommand implements Callable<Integer> {
    @Option(names = "--repository", paramLabel = "DIR", description = "another Maven repository (default: where Maven keeps this tool's libraries)")
    private Path repository;

    @Override
    public Integer call() throws RefusedException, IOException {
        LocalRepository target = repository == null ? LocalRepository.holding(CommandLine.class) : new LocalRepository(repository);
        System.err.println("asterism: " + install(Installation.find(), target) + " artifacts are in " + target);
        return ExitCode.OK;
    }

    static int install(Installation installation, LocalRepository repository) throws RefusedException, IOException {
        return repository.install(installation.home(), installation.modules());
    }
}
