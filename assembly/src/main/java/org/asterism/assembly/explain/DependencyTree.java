package org.asterism.assembly.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Need;
import org.asterism.assembly.resolve.Resolution;

/** The bundles of a kernel below what needs them. Each is shown in full once, and by name wherever else it is needed. */
public final class DependencyTree {
    private final Resolution resolution;
    private final List<String> lines = new ArrayList<>();
    private final Set<Bundle> shown = new HashSet<>();

    private DependencyTree(Resolution resolution) {
        this.resolution = resolution;
    }

    /**
     * Draws the tree.
     *
     * @param resolution the chosen bundles
     * @return lines; the first is the descriptor's name
     */
    public static List<String> of(Resolution resolution) {
        DependencyTree tree = new DependencyTree(resolution);
        tree.lines.add(resolution.descriptor().file().getFileName().toString());
        tree.below(Optional.empty(), "");
        return tree.lines;
    }

    private void below(Optional<Bundle> requirer, String indentation) {
        List<Bundle> needed = resolution.bundles().stream().filter(bundle -> need(bundle, requirer).isPresent()).toList();
        for (Bundle bundle : needed) {
            boolean last = bundle == needed.get(needed.size() - 1);
            boolean repeated = !shown.add(bundle);
            lines.add(indentation + (last ? "└─ " : "├─ ") + bundle + "  (" + counts(need(bundle, requirer).orElseThrow()) + ")"
                    + (repeated && needsAny(bundle) ? ", see above" : ""));
            if (!repeated) {
                below(Optional.of(bundle), indentation + (last ? "   " : "│  "));
            }
        }
    }

    private Optional<Need> need(Bundle bundle, Optional<Bundle> requirer) {
        return resolution.needs().getOrDefault(bundle, List.of()).stream().filter(need -> need.requirer().equals(requirer)).findFirst();
    }

    private boolean needsAny(Bundle requirer) {
        return resolution.bundles().stream().anyMatch(bundle -> need(bundle, Optional.of(requirer)).isPresent());
    }

    /** A single requirement in words, several by their kinds: {@code 3 packages, 1 service}. */
    private static String counts(Need need) {
        if (need.what().size() == 1) {
            return need.what().first();
        }
        List<String> counts = new ArrayList<>();
        for (String kind : List.of("architecture", "bundle", "grant", "package", "service")) {
            long count = need.what().stream().filter(what -> what.startsWith(kind + " ")).count();
            if (count > 0) {
                counts.add(count + " " + kind + (count > 1 ? "s" : ""));
            }
        }
        return String.join(", ", counts);
    }
}
