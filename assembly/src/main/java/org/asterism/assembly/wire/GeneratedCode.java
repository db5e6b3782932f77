package org.asterism.assembly.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
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
import org.asterism.assembly.bundle.Sha256;
import org.asterism.assembly.cache.KeptLines;
import org.asterism.assembly.cache.ToolIdentity;
import org.asterism.assembly.cache.UserCache;

/** Compiles the generated sources in memory, against the chosen bundles. */
final class GeneratedCode {
    private static final int LONGEST_MESSAGE = 500;

    private GeneratedCode() {}

    /** The classes of some sources; kept by all that javac sees for them. */
    static SortedMap<String, byte[]> compile(Map<String, String> sources, List<Bundle> bundles) throws RefusedException {
        try {
            Optional<KeptLines> kept = kept(sources, bundles);
            Optional<List<String>> known = kept.isPresent() ? kept.get().read() : Optional.empty();
            if (known.isPresent()) {
                return parsed(known.get());
            }
            SortedMap<String, byte[]> classes = compileNow(sources, bundles);
            if (kept.isPresent() && areAsRead(bundles)) {
                kept.get().write(lines(classes));
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<KeptLines> kept(Map<String, String> sources, List<Bundle> bundles) throws IOException {
        Optional<String> tool = ToolIdentity.find();
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder(tool.get());
        for (Bundle bundle : bundles) {
            key.append('\n').append(bundle.symbolicName()).append(' ').append(BundleOutline.of(bundle, tool.get()));
        }
        sources.forEach((name, text) -> key.append('\n').append(name).append(' ').append(text.length()).append('\n').append(text));
        return Optional.of(new KeptLines(UserCache.folder("wiring"), key.toString()));
    }

    /** Whether javac has seen what was verified: it reads the jars again, and somebody may be building them. */
    private static boolean areAsRead(List<Bundle> bundles) throws IOException {
        for (Bundle bundle : bundles) {
            if (!Sha256.of(bundle.file()).equals(bundle.sha256())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(SortedMap<String, byte[]> classes) {
        return classes.entrySet().stream().map(each -> each.getKey() + " " + Base64.getEncoder().encodeToString(each.getValue())).toList();
    }

    private static SortedMap<String, byte[]> parsed(List<String> lines) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            classes.put(line.substring(0, space), Base64.getDecoder().decode(line.substring(space + 1)));
        }
        return classes;
    }

    private static SortedMap<String, byte[]> compileNow(Map<String, String> sources, List<Bundle> bundles) throws RefusedException, IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new RefusedException("this Java has no compiler; use a JDK 17, not a JRE");
        }
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, bundles.stream().map(Bundle::file).toList());
            MemoryFiles files = new MemoryFiles(standard);
            List<JavaFileObject> units = sources.entrySet().stream()
                    .map(source -> (JavaFileObject) new SourceText(source.getKey(), source.getValue()))
                    .toList();
            // when it stumbles over a class file it prints how, and its stack
            boolean compiled = compiler.getTask(Writer.nullWriter(), files, messages,
                    List.of("--release", "17", "-proc:none", "-Xlint:none", "-g"), null, units).call();
            if (!compiled) {
                throw new RefusedException("the generated boot code does not compile, a component shows types that its bundle does not"
                        + " export, a class that is not public, or one that javac cannot read: " + first(messages.getDiagnostics()));
            }
            return files.classes();
        }
    }

    private static String first(List<Diagnostic<? extends JavaFileObject>> messages) {
        String text = messages.stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR).findFirst()
                .map(each -> each.getMessage(Locale.ROOT)).orElse("it gave up without a word");
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " ...";
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
