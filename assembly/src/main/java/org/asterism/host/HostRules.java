package org.asterism.host;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The assembler's rules while a framework runs: packages of privileged bundles are for privileged bundles, grants go by the bundle that asks, and nothing attaches to
 * another bundle. A bundle is privileged by where it was installed from, because a symbolic name can be copied.
 */
final class HostRules implements ResolverHookFactory, ResolverHook {
    private final Set<String> privilegedLocations;
    private final Map<String, Set<String>> grants;
    private final Consumer<String> refusals;
    private final Set<String> told = new TreeSet<>();

    HostRules(Set<String> privilegedLocations, Map<String, Set<String>> grants, Consumer<String> refusals) {
        this.privilegedLocations = privilegedLocations;
        this.grants = grants;
        this.refusals = refusals;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // who may be resolved is told by what they require
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
        // as the framework says
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        candidates.removeIf(capability -> isRefused(requirement, capability));
    }

    private boolean isRefused(BundleRequirement requirement, BundleCapability capability) {
        BundleRevision requirer = requirement.getRevision();
        String reason = switch (capability.getNamespace()) {
            case "osgi.wiring.package" -> isPrivilegedExport(capability) && !isPrivileged(requirer) && capability.getRevision() != requirer
                    ? "may not use package " + capability.getAttributes().get("osgi.wiring.package") + " of "
                            + capability.getRevision().getSymbolicName() + ", which is privileged; use org.asterism.ostd's safe packages"
                    : null;
            case "ostd.grant" -> isGranted(requirer, String.valueOf(capability.getAttributes().get("grant"))) ? null
                    : "asks for the grant " + capability.getAttributes().get("grant") + ", which it does not have; add -ostd-grant: "
                            + requirer.getSymbolicName() + ";grant=\"" + capability.getAttributes().get("grant") + "\" to the descriptor";
            case "osgi.wiring.host" -> "is a fragment; a kernel has none, so make it a bundle";
            case "osgi.wiring.bundle" -> isPrivileged(capability.getRevision()) && !isPrivileged(requirer)
                    ? "requires the bundle " + capability.getRevision().getSymbolicName() + ", which is privileged; import safe packages" : null;
            default -> null;
        };
        if (reason != null && told.add(requirer.getSymbolicName() + ' ' + reason)) {
            refusals.accept(requirer.getSymbolicName() + ' ' + reason);
        }
        return reason != null;
    }

    private boolean isGranted(BundleRevision requirer, String grant) {
        return grants.getOrDefault(requirer.getSymbolicName(), Set.of()).contains(grant);
    }

    private boolean isPrivileged(BundleRevision revision) {
        return revision.getBundle().getBundleId() == 0 || privilegedLocations.contains(revision.getBundle().getLocation());
    }

    private boolean isPrivilegedExport(BundleCapability capability) {
        boolean ours = capability.getRevision().getBundle().getBundleId() != 0 && isPrivileged(capability.getRevision());
        return ours || "privileged".equals(capability.getAttributes().get("ostd.tier"));
    }

    @Override
    public void end() {
        told.clear();
    }
}
