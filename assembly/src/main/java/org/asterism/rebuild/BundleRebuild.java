package org.asterism.rebuild;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Puts changed sources into the jar of one bundle. */
final class BundleRebuild {
    private static final String CLASS = ".class";
    private static final String PACKAGE = "/package-info";

    private final Path jarFile;
    private final List<String> options;
    private final BundleJar jar;
    private final Map<String, byte[]> old;

    private BundleRebuild(Path jarFile, List<String> options) throws IOException {
        this.jarFile = jarFile;
        this.options = options;
        this.jar = BundleJar.read(jarFile);
        this.old = jar.classes();
    }

    /**
     * Rebuilds, and replaces the jar.
     *
     * @param jarFile the jar as it was before the change
     * @param sourceFolder where all sources of the bundle are
     * @param changed those that have changed, have come or are gone
     * @param options javac's
     * @param classPath what the bundle is compiled against
     * @param work an empty folder
     * @throws BeyondRebuildException if others than the bundle's own classes, or its manifest, could tell the change, or the sources are wrong; the jar
     *     is as it was
     */
    static void apply(Path jarFile, Path sourceFolder, List<Path> changed, List<String> options, String classPath, Path work)
            throws IOException, BeyondRebuildException {
        BundleRebuild rebuild = new BundleRebuild(jarFile, options);
        rebuild.jar.replaceClasses(rebuild.classes(sourceFolder, changed, classPath, work));
        rebuild.jar.write(jarFile);
    }

    /** All classes of the bundle after the change. */
    private Map<String, byte[]> classes(Path sourceFolder, List<Path> changed, String classPath, Path work) throws IOException, BeyondRebuildException {
        List<Path> present = changed.stream().filter(Files::exists).toList();
        Map<String, byte[]> classes = new TreeMap<>(old);
        classes.keySet().removeAll(classesOf(changed));
        if (!present.isEmpty()) {
            classes.putAll(compile(present, jarFile + File.pathSeparator + classPath, Files.createDirectory(work.resolve("changed"))));
        }
        String seen = difference(old, classes, ClassOutline::declaration);
        if (seen != null) {
            if (jar.exportsPackages()) {
                throw new BeyondRebuildException(seen + ", and others may use it");
            }
            try (Stream<Path> files = Files.walk(sourceFolder)) {
                classes = compile(files.filter(BundleRebuild::holdsClasses).toList(), classPath, Files.createDirectory(work.resolve("all")));
            }
            for (Map.Entry<String, byte[]> entry : old.entrySet()) {
                if (entry.getKey().endsWith(PACKAGE)) {
                    classes.put(entry.getKey(), entry.getValue());
                }
            }
            String described = difference(old, classes, ClassOutline::description);
            if (described != null) {
                throw new BeyondRebuildException(described + ", and bnd may describe it");
            }
        }
        compare("packages", packages(old.keySet()), packages(classes.keySet()));
        compare("packages that it uses", foreign(old, ClassOutline::packages), foreign(classes, ClassOutline::packages));
        compare("ancestors of classes", foreign(old, ClassOutline::ancestors), foreign(classes, ClassOutline::ancestors));
        return classes;
    }

    /** Maven makes classes for packages that javac makes none for, and they have not changed. */
    private static boolean holdsClasses(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
    }

    /** Says of a class that it looks different, came or went; null if all look the same. A class that is not there looks like nothing. */
    private static String difference(Map<String, byte[]> before, Map<String, byte[]> after, Function<ClassOutline, Optional<ByteBuffer>> aspect) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            byte[] one = before.get(name);
            byte[] other = after.get(name);
            if (!Arrays.equals(one, other) && !look(one, aspect).equals(look(other, aspect))) {
                return name.replace('/', '.') + (one == null ? " came" : other == null ? " went" : " is declared in another way");
            }
        }
        return null;
    }

    private static Optional<ByteBuffer> look(byte[] classFile, Function<ClassOutline, Optional<ByteBuffer>> aspect) {
        return classFile == null ? Optional.empty() : aspect.apply(ClassOutline.of(classFile));
    }

    private static void compare(String what, Set<String> before, Set<String> after) throws BeyondRebuildException {
        if (!before.equals(after)) {
            throw new BeyondRebuildException("the bundle has other " + what);
        }
    }

    /** What the classes of a bundle have of others. */
    private static Set<String> foreign(Map<String, byte[]> classes, Function<ClassOutline, Set<String>> aspect) {
        Set<String> all = new TreeSet<>();
        classes.values().forEach(classFile -> all.addAll(aspect.apply(ClassOutline.of(classFile))));
        all.removeAll(classes.keySet());
        return all;
    }

    private static Set<String> packages(Set<String> names) {
        return names.stream().map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/')))).collect(Collectors.toSet());
    }

    private Map<String, byte[]> compile(List<Path> sources, String classPath, Path work) throws IOException, BeyondRebuildException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-implicit:none", "-d", work.toString(), "-classpath", classPath));
        sources.forEach(source -> arguments.add(source.toString()));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, errors, errors, arguments.toArray(String[]::new)) != 0) {
            throw new BeyondRebuildException("it does not compile by itself: " + errors);
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
