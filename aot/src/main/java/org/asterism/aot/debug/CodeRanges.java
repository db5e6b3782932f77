package org.asterism.aot.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The lines of all machine code that was compiled from C. */
public final class CodeRanges {
    private final LineTable lines;
    private final List<CodeRange> ranges = new ArrayList<>();

    private CodeRanges(LineTable lines) {
        this.lines = lines;
    }

    /** The ranges of a linked image, in rising order of addresses. */
    public static List<CodeRange> read(ElfFile image) {
        CodeRanges found = new CodeRanges(LineProgram.run(image.section(".debug_line")));
        for (Scope function : new FunctionReader(image).functions()) {
            for (long[] range : function.ranges()) {
                found.divide(function, range[0], range[1]);
            }
        }
        found.ranges.sort(Comparator.comparing(CodeRange::start, Long::compareUnsigned));
        return found.ranges;
    }

    /** Divides code of a function wherever its line or its innermost scope may change. */
    private void divide(Scope function, long start, long end) {
        int row = lines.firstAfter(start);
        long[] inside = boundsOfInlined(function, start, end);
        int next = 0;
        long from = start;
        while (from < end) {
            int line = lines.line(row - 1);
            long to = end;
            if (row < lines.size() && lines.address(row) < end) {
                to = lines.address(row);
            }
            if (next < inside.length && inside[next] <= to) {
                to = inside[next++];
            }
            if (to > from) {
                ranges.add(new CodeRange(from, to, line, function.innermost(from)));
                from = to;
            }
            if (row < lines.size() && lines.address(row) == to) {
                row++;
            }
        }
    }

    /** Where scopes inside a function begin and end, in rising order, some more than once. */
    private static long[] boundsOfInlined(Scope function, long start, long end) {
        List<Long> bounds = new ArrayList<>();
        addBounds(function, start, end, bounds);
        long[] sorted = bounds.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void addBounds(Scope scope, long start, long end, List<Long> bounds) {
        for (Scope each : scope.inlined()) {
            for (long[] range : each.ranges()) {
                for (long bound : range) {
                    if (bound > start && bound < end) {
                        bounds.add(bound);
                    }
                }
            }
            addBounds(each, start, end, bounds);
        }
    }
}
