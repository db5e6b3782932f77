package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.asterism.assembly.RefusedException;
import org.asterism.project.LocalRepository;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which Maven repository the project's artifacts are put into. */
final class RepositoryOption {
    @Option(names = "--repository", paramLabel = "DIR",
            description = "the Maven repository to put artifacts into (default: the one where Maven keeps this tool's libraries)")
    private Path folder;

    /** Puts the artifacts of an installation there. */
    void install(Installation installation) throws RefusedException, IOException {
        LocalRepository repository = folder == null ? LocalRepository.holding(CommandLine.class) : new LocalRepository(folder);
        int count = repository.install(installation.home(), installation.modules());
        System.err.println("asterism: " + count + " artifacts are in " + repository);
    }
}
