package org.asterism.assembly;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundleReader;

/** Compiles source text and packs it with bnd, as a project's own build would. */
public final class TestBundle {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** Kept, because opening the class path takes longer than compiling these sources. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private final String symbolicName;
    private final String version;
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Map<String, byte[]> replacedClasses = new TreeMap<>();
    private final Map<String, String> claims = new TreeMap<>();
    private final Map<String, byte[]> smuggled = new TreeMap<>();

    private TestBundle(String symbolicName, String version) {
        this.symbolicName = symbolicName;
        this.version = version;
    }

    /** Starts a bundle. */
    public static TestBundle of(String symbolicName, String version) {
        return new TestBundle(symbolicName, version);
    }

    /** Adds a source file; {@code name} is the class's dotted name. */
    public TestBundle source(String name, String text) {
        String packageName = name.substring(0, name.lastIndexOf('.'));
        sources.put(name, "package " + packageName + ";\n" + text);
        return this;
    }

    /** Exports a package at a version by an annotated package-info. */
    public TestBundle exports(String packageName, String packageVersion) {
        sources.put(packageName + ".package-info", "@org.osgi.annotation.bundle.Export\n"
                + "@org.osgi.annotation.versioning.Version(\"" + packageVersion + "\")\npackage " + packageName + ";\n");
        return this;
    }

    /** Sets a manifest header. */
    public TestBundle header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sets a manifest header after bnd is done, which would refuse to write a lie. */
    public TestBundle claiming(String name, String value) {
        claims.put(name, value);
        return this;
    }

    /** Puts a file in after bnd is done, which would stumble over it. */
    public TestBundle afterPacking(String path, byte[] bytes) {
        smuggled.put(path, bytes);
        return this;
    }

    /** Compiles against other bundles. */
    public TestBundle on(Bundle... others) {
        for (Bundle other : others) {
            classPath.add(other.file());
        }
        return this;
    }

    /** Puts a file in, over what the compiler made. */
    public TestBundle replacing(String path, byte[] bytes) {
        replacedClasses.put(path, bytes);
        return this;
    }

    /** Builds the jar in a folder and reads it back. */
    public Bundle in(Path folder) {
        try {
            Path work = Files.createTempDirectory(folder, symbolicName);
            Path classes = compile(work);
            for (Map.Entry<String, byte[]> replaced : replacedClasses.entrySet()) {
                Path file = classes.resolve(replaced.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, replaced.getValue());
            }
            Path jarFile = folder.resolve(symbolicName + "-" + version + ".jar");
            pack(classes, jarFile);
            smuggle(jarFile);
            return BundleReader.read(jarFile).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path compile(Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        if (sources.isEmpty()) {
            return classes;
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        List<Path> path = new ArrayList<>(classPath);
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).forEach(path::add);
        FILES.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        boolean compiled = JAVAC.getTask(null, FILES, null, List.of("-source", "17", "-target", "17", "-proc:none", "-XDsuppressNotes"), null,
                FILES.getJavaFileObjectsFromPaths(files)).call();
        if (!compiled) {
            throw new IllegalArgumentException("the test's source does not compile");
        }
        return classes;
    }

    private void smuggle(Path jarFile) throws IOException {
        if (smuggled.isEmpty()) {
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(jarFile)) {
            for (Map.Entry<String, byte[]> file : smuggled.entrySet()) {
                Path inside = jar.getPath(file.getKey());
                if (inside.getParent() != null) {
                    Files.createDirectories(inside.getParent());
                }
                Files.write(inside, file.getValue());
            }
        }
    }

    private void pack(Path classes, Path jarFile) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName(symbolicName);
            builder.setBundleVersion(version);
            builder.setProperty("-noimportjava", "false");
            builder.setProperty("-reproducible", "true");
            builder.setProperty("-includeresource", classes.toString());
            headers.forEach(builder::setProperty);
            for (Path other : classPath) {
                builder.addClasspath(other.toFile());
            }
            try (Jar jar = builder.build()) {
                if (!builder.isOk()) {
                    throw new IllegalArgumentException("bnd: " + builder.getErrors());
                }
                claims.forEach(jar.getManifest().getMainAttributes()::putValue);
                jar.write(jarFile.toFile());
            }
        }
    }
}
