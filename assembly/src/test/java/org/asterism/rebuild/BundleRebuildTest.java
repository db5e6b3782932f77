package org.asterism.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class BundleRebuildTest {
    private static final List<String> OPTIONS = List.of("-g", "--release", "17", "-Xlint:all", "-Werror");
    private static final String SOURCE = """
            package org.example;

            import java.util.function.IntSupplier;

            public final class Counter {
                public static final int STEP = 3;
                private static final int START = 7;
                private int count = START;

                /** Counts. */
                public int next() {
                    IntSupplier next = () -> count += STEP;
                    return next.getAsInt();
                }

                int previous() {
                    return new Object() {
                        int value() {
                            return count - STEP;
                        }
                    }.value();
                }

                static final class Mark {
                    private int place;

                    int place() {
                        return place;
                    }
                }
            }
            """;
    private static final String USER = """
            package org.example;

            final class User {
                int both(Counter counter) {
                    return counter.next() + counter.previous() + Counter.STEP;
                }
            }
            """;

    private static final String REPORT = """
            package org.example;

            import java.util.function.IntSupplier;
            import org.osgi.service.component.annotations.Activate;
            import org.osgi.service.component.annotations.Component;
            import org.osgi.service.component.annotations.Reference;

            @Component(name = "report", service = Report.class)
            public final class Report {
                @interface Limits {
                    int most() default 1;
                }

                @Activate
                public Report(Limits limits, @Reference IntSupplier count) {
                }

                @Reference
                void setOther(IntSupplier other) {
                }

                void unsetOther(IntSupplier other) {
                }

                int twice() {
                    return 2;
                }
            }
            """;
    private static final String PLAIN = """
            package org.example;

            import org.osgi.service.component.annotations.Component;

            @Component(service = Plain.class)
            public final class Plain {
                int twice() {
                    return 2;
                }
            }
            """;
    private static final String EXPORTING = "Manifest-Version: 1.0\nExport-Package: org.example\n";
    private static final String PRIVATE = "Manifest-Version: 1.0\nPrivate-Package: org.example\n";
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path folder;
    private Path jar;
    private Path counter;

    @BeforeEach
    void write() throws IOException {
        counter = source("Counter", SOURCE);
        source("User", USER);
        source("Report", REPORT);
        source("package-info", "/** Counts. */ package org.example;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            next.getAsInt()          | next.getAsInt() * 2
            START = 7                | START = 8
            private int count        | private int added; private int count
            return count - STEP;     | int less = STEP; return count - less;
            /** Counts. */           | private static int twice(int one) { return one + one; }
            /** Counts. */           | /** Counts on. */
            return place;            | return place + 1;
            next.getAsInt()          | Integer.parseInt("1")
            IntSupplier next =       | IntSupplier one = () -> 1; IntSupplier next =
            """)
    void aChangedBodyGivesTheJarThatAWholeBuildGives(String before, String after) throws Exception {
        build(EXPORTING);
        Files.writeString(counter, SOURCE.replace(before, after));

        rebuild(counter);

        assertThat(Files.mismatch(jar, whole(EXPORTING))).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STEP = 3                 | STEP = 4
            STEP = 3                 | STEP = (byte) 300
            public int next          | int next
            /** Counts. */           | int more() { return 1; }
            /** Counts. */           | @Deprecated private int more() { return 1; }
            final class Counter      | class Counter implements Cloneable
            private int place        | int place
            static final class Mark  | private static final class Mark
            static final class Mark  | static final class Sign
            static final class Mark  | enum Kind { ONE, OTHER } static final class Mark
            next.getAsInt()          | new Object() { int one() { return 1; } }.one()
            /** Counts. */           | Object first(Mark mark) { return mark; }
            /** Counts. */           | static final class Pair extends Exception { private static final long serialVersionUID = 1; }
            """)
    void anotherDeclarationGivesTheJarOfAWholeBuildIfNothingIsExported(String before, String after) throws Exception {
        build(PRIVATE);
        byte[] original = Files.readAllBytes(jar);
        Files.writeString(counter, SOURCE.replace(before, after));

        rebuild(counter);

        assertThat(Files.mismatch(jar, whole(PRIVATE))).isEqualTo(-1);
        assertThat(Files.readAllBytes(jar)).isNotEqualTo(original);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adder", "Reserve", "Zone"})
    void aFileThatCameStandsWhereAWholeBuildPutsIt(String name) throws Exception {
        build(PRIVATE);
        Path came = source(name, "package org.example; final class " + name + " { int twice(Counter counter) { return 2 * counter.next(); } }");

        rebuild(came);

        assertThat(Files.mismatch(jar, whole(PRIVATE))).isEqualTo(-1);
    }

    @Test
    void aFileThatWentIsMissedByItsUsersAlone() throws Exception {
        Path went = source("Adder", "package org.example; final class Adder { enum Mode { UP } }");
        build(PRIVATE);
        Files.delete(went);

        rebuild(went);

        assertThat(Files.mismatch(jar, whole(PRIVATE))).isEqualTo(-1);
        Files.delete(counter);
        assertThatThrownBy(() -> rebuild(counter)).isInstanceOf(BeyondRebuildException.class).hasMessageContaining("does not compile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STEP = 3                 | STEP = 4                                             | org.example.Counter is declared in another way
            public int next          | public long next                                     | org.example.Counter is declared in another way
            /** Counts. */           | int more() { return 1; }                             | org.example.Counter is declared in another way
            /** Counts. */           | @Deprecated private int more() { return 1; }         | org.example.Counter is declared in another way
            private int count        | @SafeVarargs private static void all(int... a) { }   | does not compile by itself
            final class Counter      | final class Counter implements Cloneable             | org.example.Counter is declared in another way
            private int place        | int place                                            | Mark is declared in another way
            static final class Mark  | private static final class Mark                      | org.example.Counter is declared in another way
            static final class Mark  | static final class Sign                              | org.example.Counter is declared in another way
            next.getAsInt()          | new Object() { int one() { return 1; } }.one()       | org.example.Counter is declared in another way
            next.getAsInt()          | java.util.List.of(1).size()                          | other packages that it uses
            getAsInt                 | getAsString                                          | does not compile by itself
            next.getAsInt()          | (int) next.getAsInt()                                | redundant cast
            """)
    void whatOthersMayUseIsLeftToMaven(String before, String after, String reason) throws Exception {
        build(EXPORTING);
        isLeftToMaven(counter, SOURCE.replace(before, after), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            next.getAsInt()          | java.util.List.of(1).size()                          | other packages that it uses
            static final class Mark  | record Pair(int one) { } static final class Mark     | other packages that it uses
            static final class Mark  | interface Sign extends org.osgi.service.component.annotations.Activate { } static final class Mark | other ancestors of classes
            public int next          | public Counter next                                  | does not compile
            return place;            | return missing;                                      | does not compile
            """)
    void whatChangesTheManifestIsLeftToMaven(String before, String after, String reason) throws Exception {
        build(PRIVATE);
        isLeftToMaven(counter, SOURCE.replace(before, after), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name = "report"          | name = "other"                             | org.example.Report is declared in another way
            IntSupplier count        | IntSupplier first, IntSupplier count       | org.example.Report is declared in another way
            int most() default 1;    | int most() default 2;                      | org.example.Report$Limits is declared in another way
            void setOther            | static void setOther                       | org.example.Report is declared in another way
            void unsetOther          | void removeOther                           | org.example.Report is declared in another way
            """)
    void whatComponentsAreDescribedByIsLeftToMaven(String before, String after, String reason) throws Exception {
        build(PRIVATE);
        isLeftToMaven(counter.resolveSibling("Report.java"), REPORT.replace(before, after), reason);
    }

    @Test
    void aComponentMayHaveMoreMethodsAndFields() throws Exception {
        Path plain = source("Plain", PLAIN);
        build(PRIVATE);
        Files.writeString(plain, PLAIN.replace("int twice()", "long most = 3; int thrice() { return 3; } int twice()"));

        rebuild(plain);

        assertThat(Files.mismatch(jar, whole(PRIVATE))).isEqualTo(-1);
    }

    @Test
    void anEmptiedFileTakesItsClassesWithIt() throws Exception {
        build(EXPORTING);
        isLeftToMaven(counter, "package org.example;\n", "org.example.Counter went");
    }

    private void isLeftToMaven(Path file, String text, String reason) throws IOException {
        byte[] original = Files.readAllBytes(jar);
        Files.writeString(file, text);

        assertThatThrownBy(() -> rebuild(file)).isInstanceOf(BeyondRebuildException.class).hasMessageContaining(reason);

        assertThat(jar).hasBinaryContent(original);
    }

    private void build(String manifest) throws IOException {
        jar = Files.copy(whole(manifest), folder.resolve("example-1.0.0.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void rebuild(Path changed) throws Exception {
        BundleRebuild.apply(jar, folder.resolve("src/main/java"), List.of(changed), OPTIONS, CLASS_PATH, Files.createTempDirectory(folder, "work"));
    }

    /** What a whole build makes of the sources as they are. */
    private Path whole(String manifest) throws IOException {
        Path classes = Files.createTempDirectory(folder, "whole");
        List<String> arguments = new ArrayList<>(List.of("-g", "--release", "17", "-proc:none", "-cp", CLASS_PATH, "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            files.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))).isZero();
        // Maven makes it where javac makes none
        ClassWriter described = new ClassWriter(0);
        described.visit(Opcodes.V17, Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC, "org/example/package-info", null, "java/lang/Object", null);
        described.visitSource("package-info.java", null);
        Files.write(classes.resolve("org/example/package-info.class"), described.toByteArray());
        Path packed = folder.resolve("whole.jar");
        pack(classes, manifest, packed);
        return packed;
    }

    private Path source(String name, String text) throws IOException {
        Path file = folder.resolve("src/main/java/org/example/" + name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void pack(Path classes, String manifest, Path jar) throws IOException {
        Map<String, Path> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(file -> entries.put(classes.relativize(file).toString(), file));
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry first = new ZipEntry("META-INF/MANIFEST.MF");
            first.setTime(0);
            out.putNextEntry(first);
            out.write(manifest.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setTime(0);
                out.putNextEntry(written);
                out.write(Files.readAllBytes(entry.getValue()));
            }
        }
    }
}
