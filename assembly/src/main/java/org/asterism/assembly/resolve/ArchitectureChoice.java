package org.asterism.assembly.resolve;

import aQute.bnd.osgi.resource.CapReqBuilder;
import aQute.bnd.osgi.resource.ResourceUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.descriptor.RootRequirement;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/** Which architecture a kernel is for, and what follows for its bundles. */
public final class ArchitectureChoice {
    private static final String NAMESPACE = "ostd.arch";
    private static final Pattern EQUALS = Pattern.compile("\\(arch=([^)*]+)\\)");

    private ArchitectureChoice() {}

    /**
     * The architecture that a descriptor asks for.
     *
     * @param descriptor of a kernel
     * @return empty if it does not name exactly one that this tool knows
     */
    public static Optional<Architecture> of(KernelDescriptor descriptor) {
        Set<String> words = new TreeSet<>();
        for (RootRequirement root : descriptor.requirements()) {
            if (root.requirement().getNamespace().equals(NAMESPACE)) {
                Matcher matcher = EQUALS.matcher(root.requirement().getDirectives().getOrDefault("filter", ""));
                words.add(matcher.matches() ? matcher.group(1) : "");
            }
        }
        return words.size() == 1 ? Architecture.named(words.iterator().next()) : Optional.empty();
    }

    /**
     * The same kernel for another architecture: the requirement is replaced, and nothing else.
     *
     * @param descriptor   of a kernel
     * @param architecture wanted
     * @return a descriptor that asks for it
     */
    public static KernelDescriptor replaced(KernelDescriptor descriptor, Architecture architecture) {
        List<RootRequirement> roots = new ArrayList<>();
        for (RootRequirement root : descriptor.requirements()) {
            if (!root.requirement().getNamespace().equals(NAMESPACE)) {
                roots.add(root);
            }
        }
        Requirement wanted = new CapReqBuilder(NAMESPACE)
                .addDirective("filter", "(arch=" + architecture.word() + ")").buildSyntheticRequirement();
        roots.add(new RootRequirement(wanted, Optional.empty(), RootRequirement.ANY_VERSION));
        return with(descriptor, roots, descriptor.privileged());
    }

    /**
     * The descriptor with the first of the architectures that it asks for.
     *
     * @param descriptor of a kernel
     * @param mistakes gets a line if there are several; then no kernel may be made of it
     * @return a descriptor that asks for one architecture at most
     */
    public static KernelDescriptor single(KernelDescriptor descriptor, List<String> mistakes) {
        List<String> words = descriptor.requirements().stream().map(RootRequirement::requirement)
                .filter(root -> root.getNamespace().equals(NAMESPACE)).map(root -> RequirementText.of(root).name()).distinct().toList();
        if (words.size() < 2) {
            return descriptor;
        }
        mistakes.add("-runrequires asks for the architectures " + String.join(" and ", words)
                + ", and a kernel has one; keep one, and --arch makes the same kernel for another");
        List<RootRequirement> roots = new ArrayList<>(descriptor.requirements());
        roots.removeIf(root -> root.requirement().getNamespace().equals(NAMESPACE)
                && !RequirementText.of(root.requirement()).name().equals(words.get(0)));
        return with(descriptor, roots, descriptor.privileged());
    }

    /**
     * The candidates without those that say they need another architecture.
     *
     * @param descriptor of a kernel
     * @param pool       all candidates
     * @return those that may be in it
     */
    public static BundlePool fitting(KernelDescriptor descriptor, BundlePool pool) {
        List<Capability> offered = new ArrayList<>();
        for (Bundle bundle : providers(pool)) {
            for (Capability capability : bundle.resource().getCapabilities(NAMESPACE)) {
                if (descriptor.requirements().stream().map(RootRequirement::requirement)
                        .anyMatch(root -> root.getNamespace().equals(NAMESPACE) && ResourceUtils.matcher(root).test(capability))) {
                    offered.add(capability);
                }
            }
        }
        return offered.isEmpty() ? pool : pool.without(bundle -> bundle.resource().getRequirements(NAMESPACE).stream()
                .anyMatch(needed -> offered.stream().noneMatch(capability -> ResourceUtils.matcher(needed).test(capability))));
    }

    /**
     * The descriptor with the privileged bundle of its own architecture in place of that of another: whoever trusts one architecture's half
     * of the framework and asks for another trusts that one's.
     *
     * @param descriptor of a kernel, its architecture replaced
     * @param pool       all candidates
     * @return a descriptor that names the provider of the architecture among the privileged bundles
     */
    public static KernelDescriptor trustingOwn(KernelDescriptor descriptor, BundlePool pool) {
        List<String> own = providers(pool).stream().filter(bundle -> bundle.resource().getCapabilities(NAMESPACE).stream()
                .anyMatch(capability -> of(descriptor).map(Architecture::word).filter(capability.getAttributes().get("arch")::equals).isPresent()))
                .map(Bundle::symbolicName).toList();
        Set<String> privileged = new TreeSet<>(descriptor.privileged());
        boolean trustsAnother = privileged.removeAll(providers(pool).stream().map(Bundle::symbolicName).toList());
        if (own.isEmpty() || !trustsAnother || own.stream().anyMatch(descriptor::isPrivileged)) {
            return descriptor;
        }
        privileged.addAll(own);
        return with(descriptor, descriptor.requirements(), privileged);
    }

    private static List<Bundle> providers(BundlePool pool) {
        return pool.bundles().stream().filter(bundle -> !bundle.resource().getCapabilities(NAMESPACE).isEmpty()).toList();
    }

    private static KernelDescriptor with(KernelDescriptor from, List<RootRequirement> requirements, Set<String> privileged) {
        return new KernelDescriptor(from.file(), List.copyOf(requirements), from.blacklist(), from.profile(), privileged, from.hashes(), from.grants(),
                from.unclearGrants(), from.bindings(), from.configuration(), from.commandLine(), from.initramfs(), from.bundlePatterns());
    }
}
