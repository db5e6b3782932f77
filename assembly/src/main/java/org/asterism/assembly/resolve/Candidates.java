package org.asterism.assembly.resolve;

import aQute.bnd.osgi.resource.ResourceUtils;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asterism.aot.profile.PublishedProfile;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.descriptor.RootRequirement;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Every capability a kernel could use, and the policy of who may use which: a root's version range holds for the whole
 * kernel, privileged packages are for privileged bundles, grants go by the requirer.
 */
final class Candidates {
    private final KernelDescriptor descriptor;
    private final PublishedProfile profile;
    private final BundlePool pool;
    private final Resource system;
    private final Map<Resource, Bundle> bundles = new IdentityHashMap<>();
    private final List<Resource> eligible = new ArrayList<>();
    private final List<Resource> outOfRange = new ArrayList<>();
    private final List<Resource> blacklisted = new ArrayList<>();

    Candidates(KernelDescriptor descriptor, PublishedProfile profile, BundlePool pool) {
        this.descriptor = descriptor;
        this.profile = profile;
        this.pool = pool;
        Set<String> grants = new TreeSet<>();
        descriptor.grants().values().forEach(grants::addAll);
        this.system = SystemCapabilities.resource(grants);
        eligible.add(system);
        for (Bundle bundle : pool.bundles()) {
            bundles.put(bundle.resource(), bundle);
            (isBlacklisted(bundle) ? blacklisted : isInRootRange(bundle) ? eligible : outOfRange).add(bundle.resource());
        }
    }

    private boolean isBlacklisted(Bundle bundle) {
        return descriptor.blacklist().stream().map(RootRequirement::requirement).anyMatch(unwanted ->
                bundle.resource().getCapabilities(unwanted.getNamespace()).stream().anyMatch(ResourceUtils.matcher(unwanted)::test));
    }

    private boolean isInRootRange(Bundle bundle) {
        for (RootRequirement root : descriptor.requirements()) {
            boolean named = root.symbolicName().filter(bundle.symbolicName()::equals).isPresent();
            if (named && !root.range().includes(bundle.version())) {
                return false;
            }
        }
        return true;
    }

    KernelDescriptor descriptor() {
        return descriptor;
    }

    PublishedProfile profile() {
        return profile;
    }

    BundlePool pool() {
        return pool;
    }

    Resource system() {
        return system;
    }

    /** The bundle a resource was read from, or null for the system and the root. */
    Bundle bundle(Resource resource) {
        return bundles.get(resource);
    }

    /** What may satisfy a requirement, in the pool's order; the system comes first. */
    List<Capability> providers(Requirement requirement) {
        return providers(requirement, eligible);
    }

    /** Whether a bundle would satisfy a requirement if a root's version range did not leave it out. */
    boolean isLeftOutByRange(Requirement requirement) {
        return !providers(requirement, outOfRange).isEmpty();
    }

    /** The bundles that would satisfy a requirement if {@code -runblacklist} did not leave them out. */
    List<Bundle> blacklisted(Requirement requirement) {
        return providers(requirement, blacklisted).stream().map(capability -> bundle(capability.getResource())).distinct().toList();
    }

    private List<Capability> providers(Requirement requirement, List<Resource> among) {
        List<Capability> found = new ArrayList<>();
        for (Resource resource : among) {
            for (Capability capability : resource.getCapabilities(requirement.getNamespace())) {
                if (ResourceUtils.matcher(requirement).test(capability) && isAllowed(requirement, capability)) {
                    found.add(capability);
                }
            }
        }
        return found;
    }

    private boolean isAllowed(Requirement requirement, Capability capability) {
        Bundle requirer = bundle(requirement.getResource());
        boolean privileged = requirer == null || descriptor.isPrivileged(requirer.symbolicName());
        return switch (capability.getNamespace()) {
            case "osgi.wiring.package" ->
                privileged || capability.getResource() == requirement.getResource() || isSafePackage(capability);
            case "ostd.grant" -> requirer != null && descriptor.grants()
                    .getOrDefault(requirer.symbolicName(), Set.of())
                    .contains(String.valueOf(capability.getAttributes().get("grant")));
            default -> true;
        };
    }

    private boolean isSafePackage(Capability capability) {
        // what a bundle may use of java.base goes by class, and is checked where its code is
        return capability.getResource() == system || !isPrivilegedExport(capability);
    }

    /** Whatever a privileged bundle exports is for privileged bundles, and so is an export marked as such. */
    boolean isPrivilegedExport(Capability capability) {
        if ("privileged".equals(capability.getAttributes().get("ostd.tier"))) {
            return true;
        }
        Bundle exporter = bundle(capability.getResource());
        return exporter != null && descriptor.isPrivileged(exporter.symbolicName());
    }
}
