package org.asterism.assembly.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/**
 * The bundles a kernel needs at least, found by following mandatory requirements from the roots.
 *
 * <p>Goes on after a failure, so that all are reported. A service requirement is looked at last: a provider that is in
 * the kernel for another reason wins, and among several that are not, the author must choose.
 */
final class Closure {
    private final Candidates candidates;
    private final NearMiss nearMiss;
    private final Set<Bundle> chosen = new TreeSet<>(BundlePool.ORDER);
    private final Set<String> problems = new LinkedHashSet<>();
    private final Map<Bundle, SortedMap<String, Bundle>> privileged = new TreeMap<>(BundlePool.ORDER);
    private final Deque<Requirement> open = new ArrayDeque<>();
    private final Deque<Requirement> services = new ArrayDeque<>();

    Closure(Candidates candidates) {
        this.candidates = candidates;
        this.nearMiss = new NearMiss(candidates);
    }

    /** Follows the roots, but for those that contradict each other, for which there is a line already. */
    void follow(List<Requirement> roots, Map<String, String> contradictions) {
        problems.addAll(contradictions.values());
        open.addAll(roots);
        open.removeIf(root -> root.getNamespace().equals("osgi.identity") && contradictions.containsKey(RequirementText.of(root).name()));
        while (!open.isEmpty() || !services.isEmpty()) {
            Requirement requirement = open.isEmpty() ? services.remove() : open.remove();
            satisfy(requirement);
        }
    }

    /** Chooses a provider, or notes that there is none. */
    void satisfy(Requirement requirement) {
        List<Capability> providers = candidates.providers(requirement);
        if (providers.isEmpty()) {
            boolean follows = candidates.bundle(requirement.getResource()) != null && candidates.isLeftOutByRange(requirement);
            if (follows && !problems.isEmpty()) {
                return; // the root whose range leaves the provider out is reported; this is what follows from it
            }
            Bundle requirer = candidates.bundle(requirement.getResource());
            Optional<Bundle> exporter = requirer == null ? Optional.empty() : nearMiss.privilegedExporter(requirement);
            if (exporter.isPresent()) {
                String text = RequirementText.of(requirement).toString();
                privileged.computeIfAbsent(requirer, key -> new TreeMap<>()).put(text.substring("package ".length()), exporter.get());
            } else {
                problems.add(nearMiss.explain(requirement));
            }
            return;
        }
        boolean satisfied = providers.stream().map(this::bundle).anyMatch(bundle -> bundle == null || chosen.contains(bundle));
        if (satisfied) {
            return;
        }
        if (!requirement.getNamespace().equals("osgi.service")) {
            add(bundle(providers.get(0)));
            return;
        }
        Map<String, Bundle> bundles = new TreeMap<>();
        providers.forEach(provider -> bundles.putIfAbsent(bundle(provider).symbolicName(), bundle(provider)));
        List<Bundle> bound = bundles.values().stream().filter(this::isBound).toList();
        if (bundles.size() == 1 || bound.size() == 1) {
            add(bundles.size() == 1 ? bundle(providers.get(0)) : bound.get(0));
        } else {
            problems.add(ambiguity(requirement, bundles));
        }
    }

    /** Whether {@code -ostd-bind} chooses a component of the bundle. */
    private boolean isBound(Bundle bundle) {
        return candidates.descriptor().bindings().values().stream().anyMatch(component -> ReferenceHint.holds(component, bundle));
    }

    private String ambiguity(Requirement requirement, Map<String, Bundle> providers) {
        Bundle requirer = candidates.bundle(requirement.getResource());
        String wanted = RequirementText.of(requirement).name();
        return (requirer == null ? "the kernel" : requirer) + " needs " + RequirementText.of(requirement) + ", which "
                + String.join(" and ", providers.keySet()) + " provide; name one of them in -runrequires"
                + (requirer == null ? "" : ", or choose with -ostd-bind: " + ReferenceHint.referenceTo(wanted, requirer) + ";to="
                        + ReferenceHint.providerOf(wanted, providers.values().iterator().next()));
    }

    private Bundle bundle(Capability capability) {
        return candidates.bundle(capability.getResource());
    }

    private void add(Bundle bundle) {
        chosen.add(bundle);
        for (Requirement requirement : bundle.resource().getRequirements(null)) {
            if (isOptional(requirement) || requirement.getNamespace().equals("ostd.grant")) {
                continue; // what is not granted is told by the bundle, not by the kind
            }
            (requirement.getNamespace().equals("osgi.service") ? services : open).add(requirement);
        }
    }

    static boolean isOptional(Requirement requirement) {
        return Namespace.RESOLUTION_OPTIONAL.equals(
                requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
    }

    /** The bundles found, in the pool's order. */
    Set<Bundle> chosen() {
        return chosen;
    }

    /** One line for each requirement that nothing satisfies; one a bundle for the privileged packages that it needs. */
    List<String> problems() {
        List<String> lines = new ArrayList<>(problems);
        privileged.forEach((requirer, exporters) -> lines.add(NearMiss.explain(requirer, exporters)));
        return lines;
    }
}
