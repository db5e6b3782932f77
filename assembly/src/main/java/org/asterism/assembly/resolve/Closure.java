package org.asterism.assembly.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private final Deque<Requirement> open = new ArrayDeque<>();
    private final Deque<Requirement> services = new ArrayDeque<>();

    Closure(Candidates candidates) {
        this.candidates = candidates;
        this.nearMiss = new NearMiss(candidates);
    }

    void follow(List<Requirement> roots) {
        open.addAll(roots);
        while (!open.isEmpty() || !services.isEmpty()) {
            Requirement requirement = open.isEmpty() ? services.remove() : open.remove();
            satisfy(requirement);
        }
    }

    private void satisfy(Requirement requirement) {
        List<Capability> providers = candidates.providers(requirement);
        if (providers.isEmpty()) {
            boolean follows = candidates.bundle(requirement.getResource()) != null && candidates.isLeftOutByRange(requirement);
            if (follows && !problems.isEmpty()) {
                return; // the root whose range leaves the provider out is reported; this is what follows from it
            }
            problems.add(nearMiss.explain(requirement));
            return;
        }
        boolean satisfied = providers.stream().map(this::bundle).anyMatch(bundle -> bundle == null || chosen.contains(bundle));
        if (satisfied) {
            return;
        }
        Set<String> names = new TreeSet<>();
        providers.forEach(provider -> names.add(bundle(provider).symbolicName()));
        if (names.size() > 1 && requirement.getNamespace().equals("osgi.service")) {
            problems.add(candidates.bundle(requirement.getResource()) + " needs " + RequirementText.of(requirement)
                    + ", which " + String.join(" and ", names) + " provide; name one of them in -runrequires");
            return;
        }
        add(bundle(providers.get(0)));
    }

    private Bundle bundle(Capability capability) {
        return candidates.bundle(capability.getResource());
    }

    private void add(Bundle bundle) {
        chosen.add(bundle);
        for (Requirement requirement : bundle.resource().getRequirements(null)) {
            if (isOptional(requirement)) {
                continue;
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

    /** One line for each requirement that nothing satisfies. */
    List<String> problems() {
        return new ArrayList<>(problems);
    }
}
