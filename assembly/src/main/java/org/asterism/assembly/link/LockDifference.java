package org.asterism.assembly.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How two locks differ, in words. */
public final class LockDifference {
    private LockDifference() {}

    /**
     * Compares.
     *
     * @param before lines of one lock
     * @param after lines of another
     * @return one line for each thing that differs, empty if none does
     */
    public static List<String> between(List<String> before, List<String> after) {
        Map<String, String> old = byKey(before);
        Map<String, String> now = byKey(after);
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            String was = old.get(key);
            String is = now.get(key);
            if (was == null) {
                lines.add("added    " + key + " " + is);
            } else if (is == null) {
                lines.add("removed  " + key + " " + was);
            } else if (!was.equals(is)) {
                lines.add("changed  " + key + " " + change(was, is));
            }
        }
        return lines;
    }

    /** What stays the same is said once: {@code 1.0.0 sha256:… -> 1.1.0 sha256:…} of bundles, the words that differ of flags. */
    private static String change(String was, String is) {
        Set<String> gone = new LinkedHashSet<>(List.of(was.split(" ")));
        Set<String> come = new LinkedHashSet<>(List.of(is.split(" ")));
        Set<String> kept = new LinkedHashSet<>(gone);
        kept.retainAll(come);
        gone.removeAll(kept);
        come.removeAll(kept);
        if (gone.isEmpty() && come.isEmpty()) {
            return was + " -> " + is;
        }
        if (gone.isEmpty()) {
            return "gains " + String.join(" ", come);
        }
        return come.isEmpty() ? "loses " + String.join(" ", gone) : String.join(" ", gone) + " -> " + String.join(" ", come);
    }

    /** A line's key is its kind, and for what a lock holds several of, the name after it. */
    private static Map<String, String> byKey(List<String> lines) {
        Map<String, String> values = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            boolean named = line.matches("(bundle|grant|bind|config|java\\.base|root) .*") && !line.startsWith("java.base sha256:");
            int end = line.indexOf(' ', named ? line.indexOf(' ') + 1 : 0);
            values.put(end < 0 ? line : line.substring(0, end), end < 0 ? "" : line.substring(end + 1));
        }
        return values;
    }
}
