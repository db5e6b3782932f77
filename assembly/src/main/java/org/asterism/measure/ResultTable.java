package org.asterism.measure;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints results as a table, a line an item as soon as it is known. */
final class ResultTable {
    private final PrintStream out;
    private final boolean withInstructions;

    ResultTable(PrintStream out, boolean withInstructions) {
        this.out = out;
        this.withInstructions = withInstructions;
        out.printf("%-22s %10s %10s   %10s %10s   %10s %10s   %7s %7s%s%n", "CPU ns an operation", "HotSpot 17", "(median)", "ours",
                "(median)", "C", "(median)", "/HotSpot", "/C", withInstructions ? "   instructions   in C" : "");
    }

    void print(ItemResult result) {
        out.printf(Locale.ROOT, "%-22s %10.2f %10.2f   %10.2f %10.2f   %10.2f %10.2f   %7.2f %7.2f", result.item(),
                result.hotSpot().minimum(), result.hotSpot().median(), result.ours().minimum(), result.ours().median(),
                result.handWritten().minimum(), result.handWritten().median(), result.againstHotSpot(), result.againstC());
        if (withInstructions) {
            out.printf(Locale.ROOT, "   %12.1f %6.1f", result.instructions().ours(), result.instructions().handWritten());
        }
        out.println();
        out.flush();
    }

    void printMeans(List<ItemResult> results) {
        out.printf(Locale.ROOT, "%-22s %72.2f %7.2f%n", "geometric mean", mean(results, ItemResult::againstHotSpot),
                mean(results, ItemResult::againstC));
        ItemResult worst = results.stream().max(java.util.Comparator.comparingDouble(ItemResult::againstC)).orElseThrow();
        out.printf(Locale.ROOT, "furthest from C: %s, %.2f times%n", worst.item(), worst.againstC());
    }

    private static double mean(List<ItemResult> results, ToDoubleFunction<ItemResult> ratio) {
        return Math.exp(results.stream().mapToDouble(result -> Math.log(ratio.applyAsDouble(result))).average().orElse(0));
    }
}
