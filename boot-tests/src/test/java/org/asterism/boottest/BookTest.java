package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.asterism.boottest.guest.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java listings of the book's chapters for outside authors compile. Those that begin with {@code package} are files as they are; parts of a
 * file have their surroundings in the resources, in {@code book}.
 */
class BookTest {
    private static final List<String> CHAPTERS = List.of("writing-a-driver.md", "testing-a-service.md");
    private static final Pattern LISTING = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final |abstract )*(?:class|interface|record|enum) (\\w+)");
    private static final String PLACE = "// listing: ";

    @TempDir
    private Path folder;

    private int files;

    @Test
    void listingsCompile() throws IOException {
        List<Path> sources = new ArrayList<>();
        List<Path> surroundings = surroundings();
        for (String chapter : CHAPTERS) {
            Matcher listing = LISTING.matcher(Files.readString(Checkout.root().resolve("docs").resolve(chapter)));
            while (listing.find()) {
                String text = listing.group(1).replace("{ … }", "{ throw new UnsupportedOperationException(); }");
                if (text.startsWith("package ") || text.contains("\npackage ")) {
                    sources.add(file(text));
                } else {
                    put(text, surroundings);
                }
            }
        }
        for (Path surrounding : surroundings) {
            String text = Files.readString(surrounding);
            assertThat(text).as("every place in " + surrounding.getFileName() + " has a listing").doesNotContain(PLACE);
            sources.add(file(text));
        }

        assertThat(errors(sources)).isEmpty();
    }

    /** Puts a part of a file where its surroundings have a place for it. */
    private static void put(String text, List<Path> surroundings) throws IOException {
        String place = PLACE + text.lines().findFirst().orElseThrow() + "\n";
        for (Path surrounding : surroundings) {
            String around = Files.readString(surrounding);
            if (around.contains(place)) {
                Files.writeString(surrounding, around.replace(place, text));
                return;
            }
        }
        assertThat(place).as("a line in one of the files of src/test/resources/book, in whose place this listing compiles").isNull();
    }

    private List<Path> surroundings() throws IOException {
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> all = Files.list(Checkout.bootTests().resolve("src/test/resources/book"))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                copies.add(Files.copy(file, folder.resolve(file.getFileName())));
            }
        }
        return copies;
    }

    /** A source file of its own, in a folder of its own, since two listings may be of the same package. */
    private Path file(String text) throws IOException {
        Matcher type = TYPE.matcher(text);
        String name = type.find() ? type.group(1) : "package-info";
        return Files.writeString(Files.createDirectories(folder.resolve("source" + files++)).resolve(name + ".java"), text);
    }

    private String errors(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(sources);
            List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            compiler.getTask(said, manager, null, options, null, units).call();
        }
        return said.toString();
    }
}
