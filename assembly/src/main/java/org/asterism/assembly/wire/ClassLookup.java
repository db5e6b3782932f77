package org.asterism.assembly.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;

/** Finds class files as bundles see them: their own, and those of packages they are wired to. */
final class ClassLookup {
    private final Resolution resolution;
    private final Map<Bundle, SortedMap<String, byte[]>> classes = new HashMap<>();

    ClassLookup(Resolution resolution) {
        this.resolution = resolution;
    }

    /** A class's bytes, or null if no bundle that the requester is wired to holds it; {@code name} is an internal name. */
    byte[] find(String name, Bundle requester) {
        return classes(holder(name, requester)).get(name);
    }

    /** The bundle that would hold a class: the one that the requester imports its package from, else the requester. */
    Bundle holder(String name, Bundle requester) {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
        return resolution.packageWires().getOrDefault(requester, Map.of()).getOrDefault(packageName, requester);
    }

    SortedMap<String, byte[]> classes(Bundle bundle) {
        return classes.computeIfAbsent(bundle, Bundle::classes);
    }
}
