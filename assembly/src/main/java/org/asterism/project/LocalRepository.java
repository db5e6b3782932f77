package org.asterism.project;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asterism.assembly.AtomicFile;
import org.asterism.assembly.RefusedException;

/** A Maven repository of this machine, laid out as Maven 2 and later do. */
public final class LocalRepository {
    private static final String EXTRAS = "extras";
    /** Parts of {@code info/picocli/picocli/4.7.7/picocli-4.7.7.jar}. */
    private static final int PARTS_OF_A_LIBRARY = 5;

    private final Path root;

    /**
     * Uses a folder.
     *
     * @param root of the repository; made when needed
     */
    public LocalRepository(Path root) {
        this.root = root;
    }

    /**
     * The repository of the user's Maven: where Maven put the libraries that this tool runs with, whatever settings told it.
     *
     * @param library a class of a library with a group of two words
     * @return the repository
     * @throws RefusedException if the class was loaded from somewhere else
     */
    public static LocalRepository holding(Class<?> library) throws RefusedException {
        try {
            Path folder = Path.of(library.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (int part = 0; part < PARTS_OF_A_LIBRARY && folder != null; part++) {
                folder = folder.getParent();
            }
            if (folder == null) {
                throw new RefusedException("the local Maven repository cannot be told from " + library.getProtectionDomain().getCodeSource().getLocation()
                        + "; name it with --repository DIR");
            }
            return new LocalRepository(folder);
        } catch (URISyntaxException e) {
            throw new RefusedException("the local Maven repository cannot be found: " + e.getMessage() + "; name it with --repository DIR");
        }
    }

    /**
     * Puts the project's modules into the repository, over those of an earlier build.
     *
     * @param checkout root of the project's sources, for the pom files
     * @param jars folder with the modules' jars
     * @return how many artifacts there are now
     * @throws RefusedException if a module was not built
     * @throws IOException if a file cannot be read or written
     */
    public int install(Path checkout, Path jars) throws RefusedException, IOException {
        List<MavenModule> modules = MavenModule.tree(checkout).stream().filter(MavenModule::isPublished).toList();
        for (MavenModule module : modules) {
            Path folder = root.resolve(module.groupId().replace('.', '/')).resolve(module.artifactId()).resolve(module.version());
            Path sources = module.pom().resolveSibling("src/main/java");
            if (Files.isDirectory(sources)) {
                AtomicFile.write(folder.resolve(module.artifactId() + "-" + module.version() + "-sources.jar"), SourceArchive.of(sources));
            }
            if (!module.packaging().equals("pom")) {
                AtomicFile.write(folder.resolve(module.jarName()), Files.readAllBytes(jar(module, jars)));
            }
            AtomicFile.write(folder.resolve(module.artifactId() + "-" + module.version() + ".pom"), Files.readAllBytes(module.pom()));
        }
        return modules.size();
    }

    private static Path jar(MavenModule module, Path jars) throws RefusedException {
        Optional<Path> found = List.of(jars.resolve(EXTRAS), jars).stream()
                .map(folder -> folder.resolve(module.jarName()))
                .filter(Files::isRegularFile)
                .findFirst();
        return found.orElseThrow(() -> new RefusedException("module " + module.artifactId() + " was not built: " + jars + " has no "
                + module.jarName() + "; start the tool by its launcher script ./asterism"));
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
