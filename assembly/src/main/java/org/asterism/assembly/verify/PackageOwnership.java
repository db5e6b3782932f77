package org.asterism.assembly.verify;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.osgi.resource.Capability;

/** A package belongs to one bundle: a second one that holds classes of it could stand in for the first's. */
final class PackageOwnership {
    private static final String OWN_PACKAGE = "move it to a package of the bundle's own";

    private PackageOwnership() {}

    static void check(Resolution resolution, ClassTable table, Problems problems) {
        Map<String, Bundle> owners = new TreeMap<>();
        for (Bundle bundle : resolution.bundles()) {
            Set<String> held = new TreeSet<>();
            for (LinkedClass each : table.classes(bundle).values()) {
                String name = each.packageName().replace('/', '.');
                held.add(name);
                if (isPlatforms(name)) {
                    problems.refuse(Check.PLATFORM_PACKAGE, each, "lies in package '" + name + "', which belongs to the platform", OWN_PACKAGE);
                    continue;
                }
                Bundle owner = owners.putIfAbsent(name, bundle);
                if (owner != null && owner != bundle) {
                    problems.refuse(Check.SPLIT_PACKAGE, each, "lies in package " + name + ", which belongs to " + owner,
                            "import the package instead of copying it, or move the class");
                }
            }
            exports(bundle, held, problems);
        }
    }

    private static boolean isPlatforms(String name) {
        return name.isEmpty() || name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.")
                || name.startsWith("sun.") || name.startsWith("com.sun.") || ClassTable.isPlatformPackage(name);
    }

    private static void exports(Bundle bundle, Set<String> held, Problems problems) {
        for (Capability export : bundle.resource().getCapabilities("osgi.wiring.package")) {
            String name = String.valueOf(export.getAttributes().get("osgi.wiring.package"));
            if (isPlatforms(name)) {
                problems.refuse(Check.EXPORTED_PACKAGE, bundle, "exports package " + name + ", which belongs to the platform", "take it out of Export-Package");
            } else if (!held.contains(name)) {
                problems.refuse(Check.EXPORTED_PACKAGE, bundle, "exports package " + name + ", of which it holds no class", "take it out of Export-Package");
            }
        }
    }
}
