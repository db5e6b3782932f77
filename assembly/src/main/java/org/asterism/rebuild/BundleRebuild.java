package org.asterism.rebuild;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Puts changed sources into the jar of one bundle. */
final class BundleRebuild {
    private static final String CLASS = ".class";

    private final Path jarFile;
    private final BundleJar jar;
    private final Map<String, byte[]> old;

    private BundleRebuild(Path jarFile) throws IOException {
        this.jarFile = jarFile;
        this.jar = BundleJar.read(jarFile);
        this.old = jar.classes();
    }

    /**
     * Rebuilds, and replaces the jar.
     *
     * @param jarFile the jar as it was before the change
     * @param sources the changed files, under the folder {@code src/main/java} of the bundle's module
     * @param options javac's
     * @param classPath what the bundle is compiled against
     * @param work an empty folder
     * @throws BeyondBodiesException if more has changed than the bodies of methods, or the sources are wrong; the jar is as it was
     */
    static void apply(Path jarFile, List<Path> sources, List<String> options, String classPath, Path work) throws IOException, BeyondBodiesException {
        new BundleRebuild(jarFile).apply(sources, options, classPath, work);
    }

    private void apply(List<Path> sources, List<String> options, String classPath, Path work) throws IOException, BeyondBodiesException {
        Map<String, byte[]> changed = compile(sources, options, classPath, work);
        if (!changed.keySet().equals(classesOf(sources))) {
            throw new BeyondBodiesException("classes came or went");
        }
        Set<String> packagesBefore = new HashSet<>();
        Set<String> packagesAfter = new HashSet<>();
        for (Map.Entry<String, byte[]> entry : old.entrySet()) {
            byte[] replacement = changed.get(entry.getKey());
            ClassOutline before = ClassOutline.of(entry.getValue());
            ClassOutline after = replacement == null ? before : ClassOutline.of(replacement);
            if (!before.declaration().equals(after.declaration())) {
                throw new BeyondBodiesException(entry.getKey().replace('/', '.') + " is declared in another way");
            }
            packagesBefore.addAll(before.packages());
            packagesAfter.addAll(after.packages());
        }
        if (!packagesBefore.equals(packagesAfter)) {
            throw new BeyondBodiesException("the bundle uses other packages");
        }
        changed.forEach(jar::replace);
        jar.write(jarFile);
    }

    private Map<String, byte[]> compile(List<Path> sources, List<String> options, String classPath, Path work) throws IOException, BeyondBodiesException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-implicit:none", "-d", work.toString(), "-classpath", jarFile + File.pathSeparator + classPath));
        sources.forEach(source -> arguments.add(source.toString()));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, errors, errors, arguments.toArray(String[]::new)) != 0) {
            throw new BeyondBodiesException("it does not compile by itself: " + errors);
        }
        Map<String, byte[]> compiled = new HashMap<>();
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = work.relativize(file).toString();
                compiled.put(name.substring(0, name.length() - CLASS.length()), Files.readAllBytes(file));
            }
        }
        return compiled;
    }

    /** The names of all classes of the jar that came of the sources. */
    private Set<String> classesOf(List<Path> sources) {
        Set<String> names = new HashSet<>();
        old.forEach((name, classFile) -> {
            Path source = Path.of(name).resolveSibling(source(classFile));
            if (sources.stream().anyMatch(file -> file.endsWith(source))) {
                names.add(name);
            }
        });
        return names;
    }

    private static String source(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return node.sourceFile;
    }
}
