package org.asterism.assembly.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolveContext;

/** Shows the candidates to Felix's resolver: bundles of the closure first, and nothing pulled in by an optional wish. */
final class KernelResolveContext extends ResolveContext {
    private final Candidates candidates;
    private final Set<Bundle> closure;
    private final Resource root;

    KernelResolveContext(Candidates candidates, Set<Bundle> closure, Resource root) {
        this.candidates = candidates;
        this.closure = closure;
        this.root = root;
    }

    @Override
    public Collection<Resource> getMandatoryResources() {
        return List.of(root);
    }

    @Override
    public List<Capability> findProviders(Requirement requirement) {
        boolean optional = Closure.isOptional(requirement);
        // a stable sort: within each half the pool's order stays; the list must be one the resolver can grow
        List<Capability> providers = new java.util.ArrayList<>(candidates.providers(requirement));
        providers.removeIf(capability -> optional && !isInClosure(capability));
        providers.sort(Comparator.comparing(capability -> !isInClosure(capability)));
        return providers;
    }

    private boolean isInClosure(Capability capability) {
        Bundle bundle = candidates.bundle(capability.getResource());
        return bundle == null || closure.contains(bundle);
    }

    @Override
    public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
        capabilities.add(hosted);
        return capabilities.size() - 1;
    }

    /** Services are effective at "active" in OSGi's terms; a kernel has no later moment, so everything counts. */
    @Override
    public boolean isEffective(Requirement requirement) {
        return true;
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
        return Map.of();
    }
}
