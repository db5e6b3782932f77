package org.asterism.language.random;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Shrinkable;
import org.asterism.aot.LinkageException;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.BatchOutput;

/**
 * A program that prints something else than on HotSpot.
 *
 * @param notation what it is written in
 * @param program the choices it is made from, with ways to make it smaller
 * @param difference what differs
 */
record Mismatch(Notation notation, Shrinkable<List<Integer>> program, String difference) {
    private static final int CANDIDATES = 60;
    /** Rounds of shrinking after which what is left is small, or will not get so. */
    static final int MOST_ROUNDS = 25;

    /** How a batch is run in place of HotSpot. */
    interface Machine {
        /** Compiles the batch and runs it. */
        BatchOutput run(Batch batch) throws IOException, LinkageException;
    }

    /**
     * Runs programs in one image and on HotSpot.
     *
     * @param notation what they are written in
     * @param name of the batch
     * @return the smallest program among those that differ; the first one to end the image counts as such
     */
    static Optional<Mismatch> find(Notation notation, String name, List<Shrinkable<List<Integer>>> programs, Machine machine) throws IOException, LinkageException {
        Batch batch = GeneratedPrograms.compile(notation, name, programs.stream().map(Shrinkable::value).toList());
        BatchOutput expected = batch.onHotSpot();
        BatchOutput seen = machine.run(batch);
        List<String> differences = seen.differencesFrom(expected);
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        Mismatch smallest = null;
        for (String difference : differences) {
            int number = batch.programs().indexOf(difference.substring(0, difference.indexOf(':')));
            if (number < 0) {
                throw new IllegalStateException("the batch failed as a whole: " + difference);
            }
            if (difference.contains(": did not run")) {
                continue;
            }
            Mismatch mismatch = new Mismatch(notation, programs.get(number), difference);
            if (smallest == null || mismatch.size() < smallest.size()) {
                smallest = mismatch;
            }
        }
        if (smallest == null) {
            throw new IllegalStateException("nothing ran: " + differences.get(0));
        }
        return Optional.of(smallest);
    }

    /** How many choices the program is made from. */
    int size() {
        return program.value().size();
    }

    /** Makes the program smaller as long as a smaller one differs, too; the candidates of a round share an image. */
    Mismatch shrunk(Machine machine, int rounds) throws IOException, LinkageException {
        Mismatch smallest = this;
        for (int round = 0; round < rounds; round++) {
            List<Shrinkable<List<Integer>>> candidates = new ArrayList<>(smallest.program.shrink().limit(CANDIDATES).toList());
            if (candidates.isEmpty()) {
                break;
            }
            Optional<Mismatch> smaller = find(notation, "shrinking", candidates, machine);
            if (smaller.isEmpty()) {
                break;
            }
            smallest = smaller.get();
        }
        return smallest;
    }

    /** For people: the difference, the program, and how to see it again. */
    String report() {
        return difference + "\nchoices " + program.value() + "\n" + GeneratedPrograms.text(notation, program.value());
    }
}
