package org.asterism.language.random;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.arbitraries.ListArbitrary;
import org.asterism.language.random.code.CodeProgram;

/** What random programs are written in. */
enum Notation {
    /** Source, for javac. */
    JAVA("generated", 260) {
        @Override
        void write(Path classes, List<List<Integer>> choices) throws IOException {
            List<Path> sources = new ArrayList<>();
            for (int i = 0; i < choices.size(); i++) {
                Path source = classes.resolveSibling(path(i, ".java"));
                Files.createDirectories(source.getParent());
                Files.writeString(source, text(program(i), choices.get(i)));
                sources.add(source);
            }
            javac(sources, classes);
        }

        @Override
        String text(String name, List<Integer> choices) {
            int simpleName = name.lastIndexOf('.') + 1;
            return ProgramWriter.write(name.substring(0, simpleName - 1), name.substring(simpleName), choices);
        }
    },
    /** Class files. */
    INSTRUCTIONS("generated.code", 1200) {
        @Override
        void write(Path classes, List<List<Integer>> choices) throws IOException {
            for (int i = 0; i < choices.size(); i++) {
                Path file = classes.resolve(path(i, ".class"));
                Files.createDirectories(file.getParent());
                Files.write(file, CodeProgram.write(program(i), choices.get(i)));
            }
        }

        @Override
        String text(String name, List<Integer> choices) {
            StringWriter text = new StringWriter();
            try {
                Path file = Files.createTempFile(name, ".class");
                Files.write(file, CodeProgram.write(name, choices));
                java.util.spi.ToolProvider.findFirst("javap").orElseThrow()
                        .run(new PrintWriter(text), new PrintWriter(text), "-c", "-p", file.toString());
                Files.delete(file);
            } catch (IOException e) {
                text.write("cannot be shown: " + e);
            }
            return text.toString();
        }
    };

    private final String packageName;
    private final int mostChoices;

    Notation(String packageName, int mostChoices) {
        this.packageName = packageName;
        this.mostChoices = mostChoices;
    }

    /** The most choices that a program is made from. */
    int mostChoices() {
        return mostChoices;
    }

    /** Sequences in which the wanted share is long: an instruction takes more choices to come to something than a statement. */
    ListArbitrary<Integer> sized(ListArbitrary<Integer> choices) {
        return this == JAVA ? choices : choices.withSizeDistribution(RandomDistribution.uniform());
    }

    /** The name of the class of a program of a batch. */
    String program(int number) {
        return packageName + ".Program" + number;
    }

    /** Where that is kept, below a folder. */
    String path(int number, String extension) {
        return program(number).replace('.', '/') + extension;
    }

    /**
     * Makes the classes of programs.
     *
     * @param classes the folder of class files; what they are made from goes beside it
     * @param choices one sequence for each program
     * @throws IllegalStateException if a program is not well formed, which is a defect of the generator
     */
    abstract void write(Path classes, List<List<Integer>> choices) throws IOException;

    /** A program for people to read. */
    abstract String text(String name, List<Integer> choices);

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
}
