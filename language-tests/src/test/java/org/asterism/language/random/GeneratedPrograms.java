package org.asterism.language.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asterism.language.batch.Batch;

/** Programs made from sequences of choices, as one batch. */
public final class GeneratedPrograms {
    /** The fewest choices that a program is made from. */
    static final int FEWEST_CHOICES = 40;
    /** Every choice is a number from 0 to one less. */
    static final int LARGEST_CHOICE = 65_536;

    private static final String PACKAGE = "generated";
    private static final Path FOLDER = Path.of("target", "random").toAbsolutePath();

    private GeneratedPrograms() {
    }

    /**
     * Writes and compiles programs.
     *
     * @param notation what they are written in
     * @param name of the batch, and of the folder for its files
     * @param choices one sequence for each program
     * @return the batch; its programs stand in the order of the sequences
     */
    static Batch compile(Notation notation, String name, List<List<Integer>> choices) throws IOException {
        Path folder = FOLDER.resolve(name);
        Path classes = folder.resolve("classes");
        empty(classes);
        notation.write(folder, classes, PACKAGE, choices);
        List<String> programs = IntStream.range(0, choices.size()).mapToObj(number -> PACKAGE + "." + Notation.program(number)).toList();
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
            choices.add(random.ints(random.nextInt(FEWEST_CHOICES, Notation.JAVA.mostChoices()), 0, LARGEST_CHOICE).boxed().toList());
        }
        Batch added = compile(Notation.JAVA, batch.name() + "-random", choices);
        return new Batch(batch.name(), Stream.concat(batch.programs().stream(), added.programs().stream()).toList(), added.classes(), batch.profile());
    }

    /** One program for people to read. */
    static String text(Notation notation, List<Integer> choices) {
        return notation.text(PACKAGE, Notation.program(0), choices);
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
