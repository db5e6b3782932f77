package org.asterism.host;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The assembler's rules while a framework runs: packages of privileged bundles are for privileged bundles, grants go by the bundle that asks, and nothing attaches to
 * another bundle; and a bundle is verified before it is resolved, whether it was installed or updated. Which revisions are the kernel's own the launcher says: a symbolic
 * name can be copied, and an update keeps the place that a bundle was installed from.
 */
final class HostRules implements ResolverHookFactory, ResolverHook {
    private final Map<Long, Own> own = new ConcurrentHashMap<>();
    private final Map<BundleRevision, Boolean> isOwn = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> grants;
    private final LongFunction<Optional<Path>> contents;
    private final Function<Path, List<String>> verifier;
    private final Consumer<String> refusals;
    private final Set<String> told = new TreeSet<>();
    private final Map<BundleRevision, Set<String>> refused = new ConcurrentHashMap<>();

    /** A jar that was verified already, or that runs the kernel's. */
    private record Own(Path jar, boolean isPrivileged) {
    }

    /** {@code contents} finds the jar that a bundle is read from, {@code verifier} says what is wrong with one that is not the kernel's own. */
    HostRules(Map<String, Set<String>> grants, LongFunction<Optional<Path>> contents, Function<Path, List<String>> verifier, Consumer<String> refusals) {
        this.grants = grants;
        this.contents = contents;
        this.verifier = verifier;
        this.refusals = refusals;
    }

    /** A bundle of the kernel, verified already, or of what runs it; it is that as long as it is read from this jar. */
    void own(long bundle, Path jar, boolean isPrivileged) {
        own.put(bundle, new Own(jar, isPrivileged));
    }

    private boolean isOwn(BundleRevision revision) {
        return isOwn.computeIfAbsent(revision, key -> {
            Own known = own.get(key.getBundle().getBundleId());
            return known != null && contents.apply(key.getBundle().getBundleId()).filter(known.jar()::equals).isPresent();
        });
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(candidate -> candidate.getBundle().getBundleId() != 0 && !isOwn(candidate) && !isSound(candidate));
    }

    private boolean isSound(BundleRevision revision) {
        List<String> problems = contents.apply(revision.getBundle().getBundleId()).map(verifier)
                .orElseGet(() -> List.of(revision.getSymbolicName() + " cannot be verified, because the framework does not keep its jar; install it from a file"));
        Set<String> known = refused.computeIfAbsent(revision, key -> new HashSet<>());
        problems.stream().filter(known::add).forEach(refusals);
        return problems.isEmpty();
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
        return revision.getBundle().getBundleId() == 0 || isOwn(revision) && own.get(revision.getBundle().getBundleId()).isPrivileged();
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
