package org.asterism.host;

import aQute.bnd.osgi.resource.CapReqBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.descriptor.RootRequirement;
import org.osgi.resource.Requirement;

/** A kernel's descriptor as it is meant on a host: another architecture, and with it other privileged bundles. */
final class HostDescriptor {
    /** The bundles that are privileged on a host, beside those that the launcher puts around them. */
    static final Set<String> PRIVILEGED = Set.of("org.asterism.ostd.core", "org.asterism.ostd.impl.host");

    private HostDescriptor() {
    }

    /** The same requirements, but for the architecture and for privileged bundles that are named. */
    static KernelDescriptor of(KernelDescriptor kernel) {
        List<RootRequirement> requirements = new ArrayList<>();
        for (RootRequirement root : kernel.requirements()) {
            boolean replaced = root.requirement().getNamespace().equals(HostArchitecture.NAMESPACE) || root.symbolicName().filter(kernel::isPrivileged).isPresent();
            if (!replaced) {
                requirements.add(root);
            }
        }
        requirements.add(new RootRequirement(host(), Optional.empty(), RootRequirement.ANY_VERSION));
        return new KernelDescriptor(kernel.file(), requirements, kernel.blacklist(), kernel.profile(), PRIVILEGED, Map.of(), kernel.grants(),
                kernel.unclearGrants(), kernel.bindings(), kernel.configuration(), kernel.commandLine(), kernel.initramfs(), kernel.bundlePatterns());
    }

    private static Requirement host() {
        try {
            return new CapReqBuilder(HostArchitecture.NAMESPACE).addDirective("filter", "(arch=host)").buildSyntheticRequirement();
        } catch (Exception e) {
            throw new IllegalStateException("a constant filter is well-formed", e);
        }
    }
}
