package org.asterism.assembly;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundleReader;

/** Compiles source text and packs it with bnd, as a project's own build would. */
public final class TestBundle {
    private final String symbolicName;
    private final String version;
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Map<String, byte[]> replacedClasses = new TreeMap<>();

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

    /** Compiles against other bundles. */
    public TestBundle on(Bundle... others) {
        for (Bundle other : others) {
            classPath.add(other.file());
        }
        return this;
    }

    /** Puts a class file in, over what the compiler made; {@code path} ends in {@code .class}. */
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
            return BundleReader.read(jarFile).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path compile(Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString()));
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(":"));
        arguments.addAll(List.of("-cp", path + ":" + System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        if (!sources.isEmpty()
                && ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("the test's source does not compile");
        }
        return classes;
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
                jar.write(jarFile.toFile());
            }
        }
    }
}
