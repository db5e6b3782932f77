package org.asterism.assembly.resolve;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/**
 * What can be looked at of a kernel that does not resolve: the bundles that were found, without those that cannot be together, wired
 * where it is clear to whom.
 */
final class PartialResolution {
    private static final String PACKAGE = "osgi.wiring.package";

    private final Candidates candidates;
    private final Set<Bundle> bundles = new TreeSet<>(BundlePool.ORDER);
    private final Map<Bundle, Map<String, Bundle>> wires = new TreeMap<>(BundlePool.ORDER);
    private final Set<Bundle> unwired = new HashSet<>();

    private PartialResolution(Candidates candidates) {
        this.candidates = candidates;
    }

    /** What is clear of the bundles found, in spite of the problems. */
    static ResolutionAttempt of(Candidates candidates, Collection<Bundle> found, List<String> problems) {
        PartialResolution partial = new PartialResolution(candidates);
        partial.choose(found);
        partial.bundles.forEach(partial::wire);
        Resolution resolution = new Resolution(candidates.descriptor(), candidates.profile(), List.copyOf(partial.bundles), partial.wires, Map.of(),
                partial.architecture());
        return new ResolutionAttempt(resolution, partial.unwired, List.copyOf(problems));
    }

    /** A bundle and those that it imports from, directly or not; the problems are those of the bundle itself. */
    static ResolutionAttempt around(Candidates candidates, Bundle start) {
        PartialResolution partial = new PartialResolution(candidates);
        partial.bundles.addAll(candidates.pool().bundles());
        Set<Bundle> reached = new TreeSet<>(BundlePool.ORDER);
        Deque<Bundle> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Bundle next = open.remove();
            if (reached.add(next)) {
                partial.wire(next);
                open.addAll(partial.wires.get(next).values());
            }
        }
        List<String> problems = HeaderRule.check(List.of(start));
        Closure imports = new Closure(candidates);
        start.resource().getRequirements(PACKAGE).stream().filter(requirement -> !Closure.isOptional(requirement)).forEach(imports::satisfy);
        problems.addAll(imports.problems());
        problems.addAll(GrantCheck.problems(candidates.descriptor(), List.of(start)));
        return new ResolutionAttempt(new Resolution(candidates.descriptor(), candidates.profile(), List.copyOf(reached), partial.wires, Map.of(),
                partial.architecture()), partial.unwired, problems);
    }

    /** Of several versions, architectures and exporters of a package the first; each further one is a problem that is told already. */
    private void choose(Collection<Bundle> found) {
        Set<String> taken = new HashSet<>();
        for (Bundle bundle : found) {
            Set<String> claims = new HashSet<>(Set.of("bundle " + bundle.symbolicName()));
            for (Capability export : bundle.resource().getCapabilities(PACKAGE)) {
                claims.add("package " + export.getAttributes().get(PACKAGE));
            }
            if (!bundle.resource().getCapabilities("ostd.arch").isEmpty()) {
                claims.add("architecture");
            }
            if (bundle.header("Fragment-Host") == null && claims.stream().noneMatch(taken::contains)) {
                taken.addAll(claims);
                bundles.add(bundle);
            }
        }
    }

    private void wire(Bundle bundle) {
        Map<String, Bundle> imports = new HashMap<>();
        for (Requirement requirement : bundle.resource().getRequirements(PACKAGE)) {
            List<Capability> providers = candidates.providers(requirement).stream()
                    .filter(provider -> provider.getResource() == candidates.system() || bundles.contains(candidates.bundle(provider.getResource())))
                    .toList();
            Bundle exporter = providers.isEmpty() ? null : candidates.bundle(providers.get(0).getResource());
            if (exporter != null && exporter != bundle) {
                imports.put(String.valueOf(providers.get(0).getAttributes().get(PACKAGE)), exporter);
            }
            if (providers.isEmpty() && !Closure.isOptional(requirement)) {
                unwired.add(bundle);
            }
        }
        wires.put(bundle, imports);
    }

    private String architecture() {
        return bundles.stream()
                .flatMap(bundle -> bundle.resource().getCapabilities("ostd.arch").stream())
                .map(arch -> String.valueOf(arch.getAttributes().get("arch")))
                .findFirst()
                .orElseGet(() -> ArchitectureChoice.of(candidates.descriptor()).orElse(Architecture.X86_64).word());
    }
}
