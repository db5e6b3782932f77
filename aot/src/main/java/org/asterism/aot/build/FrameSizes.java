package org.asterism.aot.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes of stack that each function takes, its return address included. Of C functions gcc tells them ({@code -fstack-usage}), of
 * assembly {@link AssemblyFrames}. A function that was inlined everywhere has none of its own.
 */
public final class FrameSizes {
    private final Map<String, Integer> sizes = new HashMap<>();

    /** Reads what the C compiler left beside its objects. */
    static FrameSizes of(Collection<Path> objects) throws IOException {
        Map<String, Map<String, Integer>> parts = new TreeMap<>();
        for (Path object : objects) {
            Path usage = ObjectCache.stackUsage(object);
            if (Files.exists(usage)) {
                for (String line : Files.readAllLines(usage)) {
                    add(line, parts);
                }
            }
        }
        FrameSizes result = new FrameSizes();
        // a function calls the parts that were split off it; its copies in several units are one or the other
        parts.forEach((function, sizes) -> result.sizes.put(function, sizes.values().stream().mapToInt(Integer::intValue).sum()));
        return result;
    }

    /** A line is {@code file:line:column:symbol}, bytes and how they are known, with tabs between. */
    private static void add(String line, Map<String, Map<String, Integer>> parts) {
        String[] fields = line.split("\t");
        if (fields.length != 3 || fields[2].equals("dynamic")) {
            throw new BuildException("the frame of a function has no known size: " + line);
        }
        String symbol = fields[0].substring(fields[0].lastIndexOf(':') + 1);
        String function = SymbolSizes.function(symbol);
        String part = symbol.indexOf('.') < 0 ? "" : symbol.substring(symbol.indexOf('.'));
        parts.computeIfAbsent(function, key -> new TreeMap<>())
                .merge(part, Integer.parseInt(fields[1]), Math::max);
    }

    /** Bytes of a function's frame, parts that the C compiler split off included; 0 if it has none of its own. */
    public int bytes(String symbol) {
        return sizes.getOrDefault(symbol, 0);
    }
}
