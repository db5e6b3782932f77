package org.asterism.assembly.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.bundle.Bundle;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/** Says why nothing satisfies a requirement, naming what came closest and what to do. */
final class NearMiss {
    private final Candidates candidates;

    NearMiss(Candidates candidates) {
        this.candidates = candidates;
    }

    /** One line: who needs what, and why nobody gives it. */
    String explain(Requirement requirement) {
        Bundle requirer = candidates.bundle(requirement.getResource());
        String who = requirer == null ? "the kernel" : requirer.toString();
        RequirementText wanted = RequirementText.of(requirement);
        List<Bundle> blacklisted = candidates.blacklisted(requirement);
        if (!blacklisted.isEmpty()) {
            return who + " needs " + wanted + ", but -runblacklist leaves out "
                    + blacklisted.stream().map(Bundle::toString).collect(Collectors.joining(" and ")) + "; take it off that list, or do without";
        }
        return who + " needs " + wanted + ", but " + because(requirement, wanted);
    }

    private String because(Requirement requirement, RequirementText wanted) {
        return switch (requirement.getNamespace()) {
            case "osgi.identity", "osgi.wiring.bundle" -> bundleMiss(wanted);
            case "osgi.wiring.package" -> packageMiss(wanted);
            case "osgi.service" -> "no bundle among the candidates provides it; add one that does to -ostd-bundles or -runrequires";
            default -> otherMiss(requirement, wanted);
        };
    }

    private String bundleMiss(RequirementText wanted) {
        List<Bundle> versions = candidates.pool().versions(wanted.name());
        if (!versions.isEmpty()) {
            return "there is only version "
                    + versions.stream().map(bundle -> bundle.version().toString()).collect(Collectors.joining(" and "))
                    + "; change the range or add a bundle of that version";
        }
        List<String> names = candidates.pool().bundles().stream().map(Bundle::symbolicName).distinct().toList();
        return names.isEmpty()
                ? "there are no bundles at all; set -ostd-bundles"
                : "there is no such bundle among the " + candidates.pool().bundles().size() + " candidates" + NearestName.hint(wanted.name(), names);
    }

    /** The bundle that exports a package for privileged bundles only. */
    Optional<Bundle> privilegedExporter(Requirement requirement) {
        RequirementText wanted = RequirementText.of(requirement);
        return candidates.pool().bundles().stream()
                .filter(bundle -> bundle.resource().getCapabilities(requirement.getNamespace()).stream().anyMatch(export ->
                        wanted.name().equals(export.getAttributes().get("osgi.wiring.package")) && candidates.isPrivilegedExport(export)))
                .findFirst();
    }

    /** One line for all privileged packages that a bundle needs. */
    static String explain(Bundle requirer, SortedMap<String, Bundle> exporters) {
        boolean one = exporters.size() == 1;
        return requirer + " needs " + (one ? "package " : "packages ") + String.join(", ", exporters.keySet())
                + (one ? ", but it is a privileged package of " : ", but they are privileged packages of ")
                + exporters.values().stream().distinct().map(Bundle::toString).collect(Collectors.joining(" and "))
                + "; use the safe API of org.asterism.ostd, or name the bundle in -ostd-privileged";
    }

    private String packageMiss(RequirementText wanted) {
        List<String> misses = new ArrayList<>();
        for (Bundle bundle : candidates.pool().bundles()) {
            for (Capability export : bundle.resource().getCapabilities("osgi.wiring.package")) {
                if (!wanted.name().equals(export.getAttributes().get("osgi.wiring.package"))) {
                    continue;
                }
                misses.add(bundle + " exports version " + export.getAttributes().get("version"));
            }
        }
        if (!misses.isEmpty()) {
            return String.join(" and ", misses);
        }
        return wanted.name().startsWith("java.")
                ? "it is not a package of java.base; use what docs/profiles.md lists"
                : "no bundle among the candidates exports it" + NearestName.hint(wanted.name(), exports());
    }

    private List<String> exports() {
        return candidates.pool().bundles().stream()
                .flatMap(bundle -> bundle.resource().getCapabilities("osgi.wiring.package").stream())
                .filter(export -> !candidates.isPrivilegedExport(export))
                .map(export -> String.valueOf(export.getAttributes().get("osgi.wiring.package")))
                .toList();
    }

    private String otherMiss(Requirement requirement, RequirementText wanted) {
        SortedSet<String> namespaces = new TreeSet<>(SystemCapabilities.NAMESPACES);
        List<String> offers = new ArrayList<>();
        for (Bundle bundle : candidates.pool().bundles()) {
            for (Capability capability : bundle.resource().getCapabilities(null)) {
                namespaces.add(capability.getNamespace());
                if (capability.getNamespace().equals(requirement.getNamespace())) {
                    offers.add(bundle + " provides " + RequirementText.value(capability));
                }
            }
        }
        if (wanted.namespace().equals("osgi.ee")) {
            return "a kernel is made of class files for JavaSE up to 17; compile with --release 17";
        }
        return offers.isEmpty()
                ? "nothing provides " + wanted.namespace() + (namespaces.contains(wanted.namespace()) ? "" : NearestName.hint(wanted.namespace(), namespaces))
                : "only " + String.join(" and ", offers);
    }
}
