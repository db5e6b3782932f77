package org.asterism.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.assembly.RefusedException;

/**
 * A Maven archetype of this project, filled in. The archetypes keep to the part of their language that needs no interpreter: the four
 * properties that every archetype has, and Java files below their package; so {@code mvn archetype:generate} makes the same of them.
 */
public final class ProjectTemplate {
    private static final String VERSION = "1.0.0";
    private static final List<String> PACKAGED = List.of("src/main/java", "src/test/java");

    private final Path resources;

    private ProjectTemplate(Path resources) {
        this.resources = resources;
    }

    /**
     * Finds a template.
     *
     * @param archetypes folder of archetypes
     * @param kind such as {@code driver}
     * @return the template
     * @throws RefusedException if there is no such kind; names those that there are
     * @throws IOException if the folder cannot be read
     */
    public static ProjectTemplate of(Path archetypes, String kind) throws RefusedException, IOException {
        try (Stream<Path> folders = Files.list(archetypes)) {
            List<String> kinds = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith("-archetype"))
                    .map(name -> name.substring(0, name.length() - "-archetype".length()))
                    .sorted()
                    .toList();
            if (!kinds.contains(kind)) {
                throw new RefusedException("there is no project of kind '" + kind + "'; choose one of " + String.join(", ", kinds));
            }
        }
        return new ProjectTemplate(archetypes.resolve(kind + "-archetype/src/main/resources/archetype-resources"));
    }

    /**
     * Makes a project.
     *
     * @param name of the project
     * @param folder which does not exist yet
     * @throws RefusedException if the folder exists
     * @throws IOException if it cannot be written
     */
    public void create(ProjectName name, Path folder) throws RefusedException, IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException(folder + " exists already; choose another name, or remove it first");
        }
        Map<String, String> properties = Map.of("${groupId}", name.group(), "${artifactId}", name.name(), "${version}", VERSION,
                "${package}", name.packageName());
        try (Stream<Path> walk = Files.walk(resources)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> property : properties.entrySet()) {
                    text = text.replace(property.getKey(), property.getValue());
                }
                Path made = folder.resolve(place(resources.relativize(file), name));
                Files.createDirectories(made.getParent());
                Files.write(made, text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Path place(Path file, ProjectName name) {
        for (String sources : PACKAGED) {
            if (file.startsWith(sources)) {
                return Path.of(sources, name.packageName().split("\\.")).resolve(Path.of(sources).relativize(file));
            }
        }
        return file;
    }
}
