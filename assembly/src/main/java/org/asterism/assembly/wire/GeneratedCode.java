package org.asterism.assembly.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;

/** Compiles the generated sources in memory, against the chosen bundles. */
final class GeneratedCode {
    private GeneratedCode() {}

    static SortedMap<String, byte[]> compile(Map<String, String> sources, List<Bundle> bundles) throws RefusedException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new RefusedException("this Java has no compiler; use a JDK 17, not a JRE");
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, bundles.stream().map(Bundle::file).toList());
            MemoryFiles files = new MemoryFiles(standard);
            List<JavaFileObject> units = sources.entrySet().stream()
                    .map(source -> (JavaFileObject) new SourceText(source.getKey(), source.getValue()))
                    .toList();
            boolean compiled = compiler.getTask(messages, files, null,
                    List.of("--release", "17", "-proc:none", "-Xlint:none", "-g"), null, units).call();
            if (!compiled) {
                throw new RefusedException("the generated boot code does not compile, a component shows types that its bundle"
                        + " does not export or a class that is not public: " + messages.toString().replaceAll("\\s+", " ").strip());
            }
            return files.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final SortedMap<String, ByteArrayOutputStream> outputs = new TreeMap<>();

        MemoryFiles(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + className.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    outputs.put(className.replace('.', '/'), bytes);
                    return bytes;
                }
            };
        }

        SortedMap<String, byte[]> classes() {
            SortedMap<String, byte[]> classes = new TreeMap<>();
            outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
