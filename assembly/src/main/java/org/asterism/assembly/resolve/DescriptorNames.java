package org.asterism.assembly.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.descriptor.RootRequirement;

/** Holds the bundles that a descriptor names against those there are. */
final class DescriptorNames {
    /** What is further from a name than this is not that name misspelt. */
    private static final int MOST_EDITS = 3;

    private DescriptorNames() {}

    /** One line for every bundle that is trusted or granted something, but is no candidate. Roots that are none are told elsewhere. */
    static List<String> check(KernelDescriptor descriptor, BundlePool pool) {
        List<String> names = names(pool);
        List<String> problems = new ArrayList<>();
        Map<String, Set<String>> named = new TreeMap<>();
        named.put("-ostd-privileged", descriptor.privileged());
        named.put("-ostd-grant", descriptor.grants().keySet());
        named.forEach((key, bundles) -> unknown(bundles, descriptor, names).forEach(bundle -> problems.add(key + " names bundle " + bundle
                + ", which is none of the " + names.size() + " candidates" + NearestName.hint(bundle, names))));
        descriptor.blacklist().stream().flatMap(root -> root.symbolicName().stream()).filter(name -> !names.contains(name))
                .forEach(name -> near(name, names).ifPresent(near -> problems.add("-runblacklist names bundle " + name + ", which is none of the "
                        + names.size() + " candidates; nearest is " + near)));
        return problems;
    }

    /**
     * The descriptor with what it seems to mean in place of each name that {@link #check} has a line for, so that what would follow from a
     * misspelt name is not told besides. No kernel is made of it: there is that line.
     */
    static KernelDescriptor meant(KernelDescriptor descriptor, BundlePool pool) {
        List<String> names = names(pool);
        Set<String> privileged = new TreeSet<>(descriptor.privileged());
        unknown(privileged, descriptor, names).forEach(unknown -> near(unknown, names).ifPresent(privileged::add));
        Map<String, Set<String>> grants = new TreeMap<>(descriptor.grants());
        Set<String> unclear = new TreeSet<>(descriptor.unclearGrants());
        unknown(descriptor.grants().keySet(), descriptor, names).forEach(unknown -> near(unknown, names).ifPresent(near -> {
            grants.putIfAbsent(near, descriptor.grants().get(unknown));
            if (unclear.contains(unknown)) {
                unclear.add(near);
            }
        }));
        return descriptor.with(privileged, grants, unclear);
    }

    private static List<String> names(BundlePool pool) {
        return pool.bundles().stream().map(Bundle::symbolicName).distinct().toList();
    }

    private static List<String> unknown(Collection<String> bundles, KernelDescriptor descriptor, List<String> names) {
        List<String> roots = descriptor.requirements().stream().flatMap(root -> root.symbolicName().stream()).toList();
        return bundles.stream().filter(bundle -> !names.contains(bundle) && !roots.contains(bundle)).toList();
    }

    private static Optional<String> near(String unknown, List<String> names) {
        return NearestName.of(unknown, names).filter(name -> NearestName.distance(name, unknown) <= MOST_EDITS);
    }

    /** Bundles that several roots ask for in ranges that no version is in, with the line to tell. */
    static Map<String, String> contradictions(KernelDescriptor descriptor, BundlePool pool) {
        Map<String, String> contradictions = new TreeMap<>();
        Map<String, List<RootRequirement>> byName = descriptor.requirements().stream()
                .filter(root -> root.symbolicName().isPresent())
                .collect(Collectors.groupingBy(root -> root.symbolicName().get(), TreeMap::new, Collectors.toList()));
        byName.forEach((name, roots) -> {
            List<Bundle> versions = pool.versions(name);
            boolean met = versions.stream().anyMatch(bundle -> roots.stream().allMatch(root -> root.range().includes(bundle.version())));
            if (roots.size() > 1 && !versions.isEmpty() && !met) {
                contradictions.put(name, "-runrequires asks for bundle " + name
                        + " in versions " + roots.stream().map(root -> root.range().toString()).collect(Collectors.joining(" and "))
                        + ", and no version there is lies in all of them: "
                        + versions.stream().map(bundle -> bundle.version().toString()).collect(Collectors.joining(", ")) + "; keep one range");
            }
        });
        return contradictions;
    }
}
