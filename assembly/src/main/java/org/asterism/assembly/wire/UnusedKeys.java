package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.resolve.GrantCheck;
import org.asterism.assembly.resolve.Resolution;

/** Refuses what a descriptor says of bundles and components that its kernel does not hold: its author would believe that it counts. */
final class UnusedKeys {
    private final Resolution resolution;
    private final KernelDescriptor descriptor;
    private final List<Component> components;
    private final List<String> problems = new ArrayList<>();

    private UnusedKeys(Resolution resolution, List<Component> components) {
        this.resolution = resolution;
        this.descriptor = resolution.descriptor();
        this.components = components;
    }

    /** One line for every configured component that is not there, and every grant that nobody asks for. */
    static List<String> check(Resolution resolution, List<Component> components, KernelWiring.Completeness completeness) {
        UnusedKeys keys = new UnusedKeys(resolution, components);
        if (completeness == KernelWiring.Completeness.WHOLE) {
            keys.configuration();
            keys.descriptor.grants().forEach(keys::grantToNobody);
        }
        keys.descriptor.grants().forEach(keys::grant);
        return keys.problems;
    }

    private void configuration() {
        List<String> names = components.stream().map(Component::name).toList();
        for (String name : descriptor.configuration().keySet()) {
            if (!names.contains(name)) {
                problems.add("-ostd-config names component " + name + ", which no chosen bundle holds" + NearestName.hint(name, names));
            }
        }
    }

    private void grantToNobody(String name, Set<String> kinds) {
        if (resolution.bundle(name).isEmpty()) {
            problems.add("-ostd-grant gives " + name + " " + String.join(",", kinds) + ", but that bundle is not in this kernel;"
                    + " add it to -runrequires, or take the grant out");
        }
    }

    /** A driver may ask while it runs for what its bundle's manifest does not say, so a manifest without any grant says nothing. */
    private void grant(String name, Set<String> kinds) {
        Bundle bundle = resolution.bundle(name).orElse(null);
        if (bundle == null) {
            return;
        }
        Set<String> asked = GrantCheck.asked(bundle);
        if (asked.isEmpty() && components.stream().noneMatch(each -> each.bundle() == bundle && each.services().contains(GeneratedNames.DRIVER))) {
            problems.add("-ostd-grant gives " + name + " " + String.join(",", kinds) + ", but it asks for no grant and has no driver; take the grant out");
        }
        List<String> useless = kinds.stream().filter(kind -> !asked.contains(kind)).toList();
        if (!asked.isEmpty() && !useless.isEmpty() && kinds.containsAll(asked)) {
            problems.add("-ostd-grant gives " + name + " " + String.join(" and ", useless) + ", but it asks for " + String.join(" and ", asked) + " only; write "
                    + GrantCheck.entry(name, asked) + ", or have the bundle ask, by @RequiresGrant");
        }
    }
}
