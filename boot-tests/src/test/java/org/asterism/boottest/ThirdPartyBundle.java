package org.asterism.boottest;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A bundle that somebody outside this project wrote: sources compiled with the JDK's compiler, headers as given. */
final class ThirdPartyBundle {
    private final Path folder;
    private final String name;
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> resources = new TreeMap<>();

    ThirdPartyBundle(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", name);
        headers.put("Bundle-Version", "1.0.0");
    }

    ThirdPartyBundle header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    ThirdPartyBundle source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    ThirdPartyBundle resource(String path, String text) {
        resources.put(path, text);
        return this;
    }

    /** Compiles against the given places and packs the jar; returns the jar. */
    Path build(List<Path> classPath) throws IOException {
        Path jar = folder.resolve(name + "-1.0.0.jar");
        Path classes = compile(classPath);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((header, value) -> manifest.getMainAttributes().putValue(header, value));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path entry : compiled.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
                out.write(Files.readAllBytes(entry));
            }
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                out.putNextEntry(new JarEntry(resource.getKey()));
                out.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    /** Compiles only, as one does against a doctored copy of another's classes; returns the folder of classes. */
    Path compile(List<Path> classPath) throws IOException {
        Path work = Files.createTempDirectory(folder, name);
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", classes.toString(), "-cp",
                String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList())));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IOException("the sources of " + name + " do not compile");
        }
        return classes;
    }
}
