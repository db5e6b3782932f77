package org.asterism.aot.debug;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;

/** The lines of all machine code that was compiled from C. */
public final class CodeRanges {
    private CodeRanges() {
    }

    /** The ranges of a linked image, in rising order of addresses. */
    public static List<CodeRange> read(Path image) throws IOException {
        ElfFile file = ElfFile.read(image);
        NavigableMap<Long, Integer> lines = LineProgram.run(file.section(".debug_line"));
        List<CodeRange> ranges = new ArrayList<>();
        for (Scope function : new FunctionReader(file).functions()) {
            for (long[] range : function.ranges()) {
                divide(function, range[0], range[1], lines, ranges);
            }
        }
        ranges.sort(Comparator.comparing(CodeRange::start, Long::compareUnsigned));
        return ranges;
    }

    private static void divide(Scope function, long start, long end, NavigableMap<Long, Integer> lines, List<CodeRange> into) {
        TreeSet<Long> bounds = new TreeSet<>(lines.subMap(start, false, end, false).keySet());
        bounds.add(end);
        addBounds(function, start, end, bounds);
        long from = start;
        for (long to : bounds) {
            Map.Entry<Long, Integer> line = lines.floorEntry(from);
            into.add(new CodeRange(from, to, line == null ? 0 : line.getValue(), function.innermost(from)));
            from = to;
        }
    }

    private static void addBounds(Scope scope, long start, long end, TreeSet<Long> bounds) {
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
