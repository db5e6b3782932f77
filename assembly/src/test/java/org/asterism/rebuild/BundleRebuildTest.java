package org.asterism.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @TempDir
    private Path folder;
    private Path jar;
    private Path counter;

    @BeforeEach
    void build() throws IOException {
        counter = source("Counter", SOURCE);
        Path user = source("User", USER);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "--release", "17", "-d", classes.toString(), counter.toString(), user.toString()))
                .isZero();
        jar = folder.resolve("example-1.0.0.jar");
        pack(classes, jar);
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
        Files.writeString(counter, SOURCE.replace(before, after));
        BundleRebuild.apply(jar, List.of(counter), OPTIONS, "", Files.createDirectory(folder.resolve("work")));

        Path classes = Files.createDirectories(folder.resolve("whole"));
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "--release", "17", "-d", classes.toString(), counter.toString(), source("User", USER).toString());
        pack(classes, folder.resolve("whole.jar"));
        assertThat(BundleJar.read(jar).classes().get("org/example/Counter"))
                .isEqualTo(Files.readAllBytes(classes.resolve("org/example/Counter.class")));
        assertThat(Files.mismatch(jar, folder.resolve("whole.jar"))).isEqualTo(-1);
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
            static final class Mark  | private static final class Mark                      | Mark is declared in another way
            static final class Mark  | static final class Sign                              | classes came or went
            next.getAsInt()          | new Object() { int one() { return 1; } }.one()       | classes came or went
            next.getAsInt()          | java.util.List.of(1).size()                          | uses other packages
            getAsInt                 | getAsString                                          | does not compile by itself
            next.getAsInt()          | (int) next.getAsInt()                                | redundant cast
            """)
    void whatGoesBeyondBodiesIsLeftToMaven(String before, String after, String reason) throws Exception {
        byte[] original = Files.readAllBytes(jar);
        Files.writeString(counter, SOURCE.replace(before, after));

        assertThatThrownBy(() -> BundleRebuild.apply(jar, List.of(counter), OPTIONS, "", Files.createDirectory(folder.resolve("work"))))
                .isInstanceOf(BeyondBodiesException.class).hasMessageContaining(reason);

        assertThat(jar).hasBinaryContent(original);
    }

    @Test
    void anEmptiedFileIsLeftToMaven() throws Exception {
        Files.writeString(counter, "package org.example;\n");

        assertThatThrownBy(() -> BundleRebuild.apply(jar, List.of(counter), OPTIONS, "", Files.createDirectory(folder.resolve("work"))))
                .isInstanceOf(BeyondBodiesException.class).hasMessage("classes came or went");
    }

    private Path source(String name, String text) throws IOException {
        Path file = folder.resolve("src/main/java/org/example/" + name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Map<String, Path> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(file -> entries.put(classes.relativize(file).toString(), file));
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setTime(0);
                out.putNextEntry(written);
                out.write(Files.readAllBytes(entry.getValue()));
            }
        }
    }
}
