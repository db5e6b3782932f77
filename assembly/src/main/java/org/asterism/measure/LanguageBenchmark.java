package org.asterism.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;

/**
 * Measures the language items on HotSpot (warm), as a native process and in hand-written C. The three run in turn within each
 * repetition, so that a slow moment of the machine meets them all; ratios are of the least times.
 */
public final class LanguageBenchmark {
    private static final long WARM_UP_NANOS = 700_000_000L;
    private static final int WARM_UP_RUNS = 30;
    private static final int SETTLING_RUNS = 3;

    private final Contest contest;
    private final int repetitions;
    private final boolean countsInstructions;

    /**
     * Builds the programs.
     *
     * @param modules folder with the jars of the project's modules
     * @param cache folder for objects and programs
     * @param repetitions how often each item is timed, at least once
     * @param countsInstructions whether to count instructions too
     * @throws RefusedException if something does not compile
     * @throws IOException if a file cannot be read or written
     */
    public LanguageBenchmark(Path modules, Path cache, int repetitions, boolean countsInstructions, Progress progress)
            throws RefusedException, IOException {
        this.contest = Contest.build(modules, cache, progress);
        this.repetitions = repetitions;
        this.countsInstructions = countsInstructions;
    }

    /**
     * Measures and prints a table.
     *
     * @param wanted the names of items; empty for all
     * @throws RefusedException if an item is not known, or checksums differ
     * @throws IOException if a program dies
     */
    public void run(List<String> wanted, PrintStream out) throws RefusedException, IOException {
        try (Contestant hotSpot = new Contestant("HotSpot", contest.hotSpot());
                Contestant ours = new Contestant("the native process", contest.ours());
                Contestant handWritten = new Contestant("the C program", contest.handWritten())) {
            List<String> known = hotSpot.items();
            for (String item : wanted) {
                if (!known.contains(item)) {
                    throw new RefusedException("no item '" + item + "'; choose among " + String.join(" ", known));
                }
            }
            ResultTable table = new ResultTable(out, countsInstructions);
            List<ItemResult> results = new ArrayList<>();
            for (String item : wanted.isEmpty() ? known : wanted) {
                ItemResult result = measure(item, hotSpot, ours, handWritten);
                table.print(result);
                results.add(result);
            }
            table.printMeans(results);
        }
    }

    private ItemResult measure(String item, Contestant hotSpot, Contestant ours, Contestant handWritten)
            throws RefusedException, IOException {
        long begin = System.nanoTime();
        for (int i = 0; i < WARM_UP_RUNS || System.nanoTime() - begin < WARM_UP_NANOS; i++) {
            hotSpot.run(item);
        }
        for (int i = 0; i < SETTLING_RUNS; i++) {
            ours.run(item);
            handWritten.run(item);
        }
        double[][] times = new double[3][repetitions];
        int operations = 0;
        for (int i = 0; i < repetitions; i++) {
            Sample one = hotSpot.run(item);
            Sample other = ours.run(item);
            Sample third = handWritten.run(item);
            if (one.checksum() != other.checksum() || one.checksum() != third.checksum()) {
                throw new RefusedException(String.format(Locale.ROOT, "%s: checksums differ: HotSpot %d, ours %d, C %d", item,
                        one.checksum(), other.checksum(), third.checksum()));
            }
            times[0][i] = one.nanosPerOperation();
            times[1][i] = other.nanosPerOperation();
            times[2][i] = third.nanosPerOperation();
            operations = one.operations();
        }
        return new ItemResult(item, new ItemResult.Times(times[0]), new ItemResult.Times(times[1]), new ItemResult.Times(times[2]),
                countsInstructions ? instructions(item, operations) : null);
    }

    private ItemResult.Instructions instructions(String item, int operations) throws RefusedException, IOException {
        return new ItemResult.Instructions(InstructionCount.ofRun(contest.ours(), item) / operations,
                InstructionCount.ofRun(contest.handWritten(), item) / operations);
    }
}
