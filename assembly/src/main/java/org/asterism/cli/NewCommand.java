package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.project.ProjectName;
import org.asterism.project.ProjectTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism new}: makes a project of an archetype. */
@Command(
        name = "new",
        description = "Makes a project in the folder NAME of the working directory: mvn verify builds, tests and links it."
                + " Puts this checkout's artifacts into your local Maven repository, as install does.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NewCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "KIND", description = "driver, service or kernel")
    private String kind;

    @Parameters(index = "1", paramLabel = "NAME", description = "lower-case words joined by dashes, such as ram-disk")
    private String name;

    @Option(names = "--group", paramLabel = "GROUP", defaultValue = "org.example",
            description = "Maven group, and beginning of the package (default: ${DEFAULT-VALUE})")
    private String group;

    @Mixin
    private RepositoryOption repository;

    @Override
    public Integer call() throws RefusedException, IOException {
        Installation installation = Installation.find();
        ProjectTemplate template = ProjectTemplate.of(installation.home().resolve("archetypes"), kind);
        template.create(ProjectName.of(group, name), Path.of(name));
        repository.install(installation);
        System.err.println("asterism: made " + name + "; next: cd " + name + " && mvn verify");
        return ExitCode.OK;
    }
}
