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

    /** Of programs added to others, one is of instructions for so many of Java. */
    private static final int INSTRUCTIONS_SHARE = 4;
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
        Path classes = FOLDER.resolve(name).resolve("classes");
        empty(classes);
        return new Batch(name, write(notation, classes, choices), classes, "language");
    }

    private static List<String> write(Notation notation, Path classes, List<List<Integer>> choices) throws IOException {
        notation.write(classes, choices);
        return IntStream.range(0, choices.size()).mapToObj(notation::program).toList();
    }

    /**
     * A batch of this module's own programs with random ones added to its end.
     *
     * @param batch of programs of this module
     * @param seed decides what is added
     * @param count how many programs of Java are added; of instructions it is a quarter
     */
    public static Batch addedTo(Batch batch, long seed, int count) throws IOException {
        Random random = new Random(seed);
        Path classes = FOLDER.resolve(batch.name() + "-random").resolve("classes");
        empty(classes);
        List<String> programs = new ArrayList<>(batch.programs());
        programs.addAll(write(Notation.JAVA, classes, choices(Notation.JAVA, random, count)));
        programs.addAll(write(Notation.INSTRUCTIONS, classes, choices(Notation.INSTRUCTIONS, random, count / INSTRUCTIONS_SHARE)));
        return new Batch(batch.name(), programs, classes, batch.profile());
    }

    private static List<List<Integer>> choices(Notation notation, Random random, int count) {
        return Stream.generate(() -> random.ints(random.nextInt(FEWEST_CHOICES, notation.mostChoices()), 0, LARGEST_CHOICE).boxed().toList()).limit(count).toList();
    }

    /** One program for people to read. */
    static String text(Notation notation, List<Integer> choices) {
        return notation.text(notation.program(0), choices);
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
