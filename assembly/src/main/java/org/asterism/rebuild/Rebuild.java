package org.asterism.rebuild;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the launcher runs in place of Maven when sources of bundles have changed and nothing else. */
public final class Rebuild {
    private static final String SOURCES = "/src/main/java/";
    private static final int BEYOND = 1;

    private Rebuild() {}

    /**
     * Rebuilds bundles, and exits: with 0 if their jars are what Maven would make, with 1 and the reason on standard error if Maven has to.
     *
     * @param arguments the checkout, a folder with the jars of the bundles as they were, and the files that changed, came or went, named from the
     *     checkout
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Files.createTempDirectory("asterism-rebuild");
        int status = 0;
        try {
            rebuild(Path.of(arguments[0]), Path.of(arguments[1]), List.of(arguments).subList(2, arguments.length), work);
        } catch (BeyondRebuildException e) {
            System.err.println(e.getMessage());
            status = BEYOND;
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        System.exit(status);
    }

    private static void rebuild(Path checkout, Path jars, List<String> files, Path work) throws IOException, BeyondRebuildException {
        Map<String, List<Path>> modules = new TreeMap<>();
        for (String file : files) {
            int sources = file.indexOf(SOURCES);
            if (sources < 0 || !file.endsWith(".java") || file.endsWith("-info.java")) {
                throw new BeyondRebuildException(file + " is no class");
            }
            modules.computeIfAbsent(file.substring(0, sources), key -> new ArrayList<>()).add(checkout.resolve(file));
        }
        List<String> options = CompilerOptions.of(checkout.resolve("pom.xml"));
        for (Map.Entry<String, List<Path>> module : modules.entrySet()) {
            if (Files.readString(checkout.resolve(module.getKey()).resolve("pom.xml")).contains("maven-compiler-plugin")) {
                throw new BeyondRebuildException(module.getKey() + " is compiled in a way of its own");
            }
            Path jar = jar(jars, Path.of(module.getKey()).getFileName().toString());
            BundleRebuild.apply(jar, checkout.resolve(module.getKey() + SOURCES), module.getValue(), options, classPath(jars, jar),
                    Files.createDirectory(work.resolve(module.getKey().replace('/', '.'))));
        }
    }

    /** All of ours but the bundle's, and the tool's libraries; what a bundle is not compiled against it does not import either. */
    private static String classPath(Path jars, Path own) throws IOException {
        StringBuilder classPath = new StringBuilder();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(jars, "*.jar")) {
            for (Path jar : found) {
                if (!jar.equals(own)) {
                    classPath.append(jar).append(File.pathSeparatorChar);
                }
            }
        }
        return classPath + System.getProperty("java.class.path");
    }

    private static Path jar(Path jars, String artifact) throws IOException, BeyondRebuildException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(jars, artifact + "-[0-9]*.jar")) {
            for (Path jar : found) {
                return jar;
            }
        }
        throw new BeyondRebuildException(artifact + " is no bundle of a kernel");
    }
}
