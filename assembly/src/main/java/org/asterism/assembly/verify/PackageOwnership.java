package org.asterism.assembly.verify;

import java.util.Map;
import java.util.TreeMap;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;

/** A package belongs to one bundle: a second one that holds classes of it could stand in for the first's. */
final class PackageOwnership {
    private PackageOwnership() {}

    static void check(Resolution resolution, ClassTable table, Problems problems) {
        Map<String, Bundle> owners = new TreeMap<>();
        for (Bundle bundle : resolution.bundles()) {
            for (LinkedClass held : table.classes(bundle).values()) {
                String name = held.packageName().replace('/', '.');
                if (name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.") || name.isEmpty()) {
                    problems.add(held, "lies in package '" + name + "', which belongs to the platform", "move it to a package of the bundle's own");
                    continue;
                }
                Bundle owner = owners.putIfAbsent(name, bundle);
                if (owner != null && owner != bundle) {
                    problems.add(held, "lies in package " + name + ", which belongs to " + owner,
                            "import the package instead of copying it, or move the class");
                }
            }
        }
    }
}
