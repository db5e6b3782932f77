package org.asterism.language.random;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.asterism.language.batch.Batch;

/** Programs made from sequences of choices, compiled by javac, as one batch. */
public final class GeneratedPrograms {
    /** The fewest choices that a program is made from. */
    static final int FEWEST_CHOICES = 40;
    /** The most choices that a program is made from. */
    static final int MOST_CHOICES = 260;
    /** Every choice is a number from 0 to one less. */
    static final int LARGEST_CHOICE = 65_536;

    private static final String PACKAGE = "generated";
    private static final Path FOLDER = Path.of("target", "random").toAbsolutePath();

    private GeneratedPrograms() {
    }

    /**
     * Writes and compiles programs.
     *
     * @param name of the batch, and of the folder for its files
     * @param choices one sequence for each program
     * @return the batch; its programs stand in the order of the sequences
     * @throws IllegalStateException if javac refuses a program, which is a defect of the generator
     */
    static Batch compile(String name, List<List<Integer>> choices) throws IOException {
        Path folder = FOLDER.resolve(name);
        Path classes = folder.resolve("classes");
        empty(classes);
        List<Path> sources = new ArrayList<>();
        List<String> programs = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            String simpleName = "Program" + i;
            Path source = folder.resolve(PACKAGE).resolve(simpleName + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, source(simpleName, choices.get(i)));
            sources.add(source);
            programs.add(PACKAGE + "." + simpleName);
        }
        javac(sources, classes);
        return new Batch(name, programs, classes, "language");
    }

    /**
     * A batch of this module's own programs with random ones added to its end.
     *
     * @param batch of programs of this module
     * @param seed decides what is added
     * @param count how many programs are added
     */
    public static Batch addedTo(Batch batch, long seed, int count) throws IOException {
        Random random = new Random(seed);
        List<List<Integer>> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            choices.add(random.ints(random.nextInt(FEWEST_CHOICES, MOST_CHOICES), 0, LARGEST_CHOICE).boxed().toList());
        }
        Batch added = compile(batch.name() + "-random", choices);
        return new Batch(batch.name(), Stream.concat(batch.programs().stream(), added.programs().stream()).toList(), added.classes(), batch.profile());
    }

    /** The source of one program. */
    static String source(String simpleName, List<Integer> choices) {
        return ProgramWriter.write(PACKAGE, simpleName, choices);
    }

    private static void javac(List<Path> sources, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            String support = Path.of(Trace.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
            List<String> options = List.of("-cp", support, "-d", classes.toString(), "--release", "17", "-proc:none", "-nowarn", "-Xlint:none", "-g:source,lines");
            if (!javac.getTask(complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
                throw new IllegalStateException("javac refuses generated programs:\n" + complaints);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
