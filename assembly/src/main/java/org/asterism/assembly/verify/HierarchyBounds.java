package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps hierarchies small enough to walk. Everything else here, HotSpot and the compiler follow each way up from a class: a
 * cycle has no end, a chain of ten thousand classes no stack, and thirty interfaces that each extend the two before, a
 * thousand million ways.
 */
final class HierarchyBounds {
    /** Superclasses and superinterfaces on one way up; {@code java.base} needs 12. */
    private static final int MOST_LEVELS = 100;

    /** Ways up from one class, counted once for each place where they part. */
    private static final int MOST_WAYS = 1000;

    private static final Extent PLATFORM = new Extent(1, 1);
    private static final Extent ENDLESS = new Extent(MOST_LEVELS + 1, MOST_WAYS + 1);

    private final ClassTable table;
    private final Problems problems;
    private final Map<LinkedClass, Extent> extents = new IdentityHashMap<>();
    private final Set<LinkedClass> path = new HashSet<>();
    private boolean circular;

    /** How far a hierarchy reaches up from a class; neither number grows far past its limit. */
    private record Extent(int levels, int ways) {
        Extent and(Extent parent) {
            return new Extent(Math.max(levels, Math.min(MOST_LEVELS, parent.levels) + 1), Math.min(MOST_WAYS + 1, ways + parent.ways));
        }

        boolean isTooLarge() {
            return levels > MOST_LEVELS || ways > MOST_WAYS;
        }
    }

    HierarchyBounds(ClassTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** Reports a class that inherits from itself, or too much. */
    void check(LinkedClass in) {
        circular = false;
        Extent extent = extent(in);
        if (circular && problems.refuse(Check.CIRCULARITY, in, "inherits from itself", "compile the bundle against the bundles it is linked with")) {
            return;
        }
        if (extent.isTooLarge()) {
            problems.refuse(Check.HIERARCHY_SIZE, in, "inherits through more than " + MOST_LEVELS + " levels, or in more than " + MOST_WAYS + " ways",
                    "flatten its hierarchy");
        }
    }

    private Extent extent(LinkedClass of) {
        if (of.isPlatform()) {
            return PLATFORM;
        }
        Extent known = extents.get(of);
        if (known != null) {
            return known;
        }
        if (path.contains(of) || path.size() > MOST_LEVELS) {
            circular |= path.contains(of);
            return ENDLESS;
        }
        path.add(of);
        Extent extent = new Extent(1, 0);
        LinkedClass superclass = table.superclass(of);
        if (superclass != null) {
            extent = extent.and(extent(superclass));
        }
        for (String name : of.node().interfaces) {
            LinkedClass parent = table.find(of, name);
            if (parent != null) {
                extent = extent.and(extent(parent));
            }
        }
        path.remove(of);
        if (!circular) {
            extents.put(of, extent);
        }
        return extent;
    }
}
