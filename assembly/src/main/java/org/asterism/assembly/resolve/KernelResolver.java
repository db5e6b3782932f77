package org.asterism.assembly.resolve;

import aQute.bnd.osgi.resource.CapReqBuilder;
import aQute.bnd.osgi.resource.ResourceBuilder;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.felix.resolver.Logger;
import org.apache.felix.resolver.ResolverImpl;
import org.asterism.aot.profile.PublishedProfile;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.descriptor.RootRequirement;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.service.resolver.ResolutionException;

/** Resolves a descriptor against a pool of bundles. */
public final class KernelResolver {
    private final Candidates candidates;
    private final Set<HeaderRule.Check> headers;
    private final Set<KernelRules.Check> rules;

    private KernelResolver(Candidates candidates, Set<HeaderRule.Check> headers, Set<KernelRules.Check> rules) {
        this.candidates = candidates;
        this.headers = headers;
        this.rules = rules;
    }

    /**
     * Chooses and wires the bundles of a kernel.
     *
     * @param descriptor what the kernel must hold
     * @param pool what it may be chosen from
     * @return the chosen bundles and their wiring; equal inputs give equal results
     * @throws RefusedException with one line for every requirement that cannot be met and every rule that is broken
     */
    public static Resolution resolve(KernelDescriptor descriptor, BundlePool pool) throws RefusedException {
        return resolve(descriptor, pool, EnumSet.allOf(HeaderRule.Check.class), EnumSet.allOf(KernelRules.Check.class));
    }

    /** Resolves with some checks of manifests and some rules only. For tests that see what a check is worth. */
    static Resolution resolve(KernelDescriptor descriptor, BundlePool pool, Set<HeaderRule.Check> headers, Set<KernelRules.Check> rules)
            throws RefusedException {
        ResolutionAttempt attempt = attempt(descriptor, pool, headers, rules);
        if (!attempt.problems().isEmpty()) {
            throw new RefusedException(attempt.problems());
        }
        return attempt.resolution();
    }

    /**
     * Chooses and wires the bundles of a kernel, or as many as can be.
     *
     * @param descriptor what the kernel must hold
     * @param pool what it may be chosen from
     * @return the chosen bundles and their wiring, and what is wrong
     * @throws RefusedException if the descriptor names no profile that there is
     */
    public static ResolutionAttempt attempt(KernelDescriptor descriptor, BundlePool pool) throws RefusedException {
        return attempt(descriptor, pool, EnumSet.allOf(HeaderRule.Check.class), EnumSet.allOf(KernelRules.Check.class));
    }

    private static ResolutionAttempt attempt(KernelDescriptor descriptor, BundlePool pool, Set<HeaderRule.Check> headers, Set<KernelRules.Check> rules)
            throws RefusedException {
        if (!PublishedProfile.NAMES.contains(descriptor.profile())) {
            throw new RefusedException("unknown profile '" + descriptor.profile() + "' in -ostd-profile; choose one of " + PublishedProfile.NAMES);
        }
        KernelDescriptor meant = DescriptorNames.meant(descriptor, pool);
        return new KernelResolver(new Candidates(meant, PublishedProfile.named(descriptor.profile()), pool), headers, rules)
                .attempt(DescriptorNames.check(descriptor, pool));
    }

    /**
     * Wires the imports of one bundle that comes later than the others.
     *
     * @param descriptor of the kernel
     * @param pool the bundle, and those that are there
     * @param bundle the bundle
     * @return the bundle and those it imports from; the problems are its own
     */
    public static ResolutionAttempt attach(KernelDescriptor descriptor, BundlePool pool, Bundle bundle) {
        return PartialResolution.around(new Candidates(descriptor, PublishedProfile.named(descriptor.profile()), pool), bundle);
    }

    /** {@code misnamed} is what is wrong already. */
    private ResolutionAttempt attempt(List<String> misnamed) {
        Resource root = root();
        Closure closure = new Closure(candidates);
        closure.follow(root.getRequirements(null), DescriptorNames.contradictions(candidates.descriptor(), candidates.pool()));
        List<String> problems = closure.problems();
        problems.addAll(GrantCheck.problems(candidates.descriptor(), meant(closure.chosen())));
        problems.addAll(misnamed);
        KernelDescriptor descriptor = candidates.descriptor();
        if (!problems.isEmpty() || !descriptor.isComplete() || !descriptor.unclearGrants().isEmpty()) {
            problems.addAll(HeaderRule.check(closure.chosen(), headers));
            problems.addAll(new KernelRules(descriptor, List.copyOf(closure.chosen()), rules).checkUnfinished());
            return PartialResolution.of(candidates, closure.chosen(), problems);
        }
        Map<Resource, List<Wire>> wires;
        try {
            wires = new ResolverImpl(new Logger(Logger.LOG_ERROR)).resolve(new KernelResolveContext(candidates, closure.chosen(), root));
        } catch (ResolutionException e) {
            problems.add("the bundles contradict each other: " + e.getMessage().replaceAll("\\s+", " "));
            return PartialResolution.of(candidates, closure.chosen(), problems);
        }
        List<Bundle> bundles = wires.keySet().stream()
                .map(candidates::bundle)
                .filter(bundle -> bundle != null)
                .sorted(BundlePool.ORDER)
                .toList();
        KernelRules kernel = new KernelRules(candidates.descriptor(), bundles, rules);
        problems.addAll(HeaderRule.check(bundles, headers));
        problems.addAll(kernel.check());
        if (!problems.isEmpty()) {
            return PartialResolution.of(candidates, bundles, problems);
        }
        return new ResolutionAttempt(new Resolution(candidates.descriptor(), candidates.profile(), bundles, packageWires(wires),
                needs(root, wires), kernel.architecture()), Set.of(), List.of());
    }

    /** The bundles found, and the newest of each that the kernel asks for in another version. */
    private Set<Bundle> meant(Set<Bundle> found) {
        Set<Bundle> meant = new TreeSet<>(BundlePool.ORDER);
        meant.addAll(found);
        for (RootRequirement root : candidates.descriptor().requirements()) {
            List<Bundle> versions = candidates.pool().versions(root.symbolicName().orElse(""));
            if (!versions.isEmpty() && found.stream().noneMatch(bundle -> bundle.symbolicName().equals(versions.get(0).symbolicName()))) {
                meant.add(Collections.max(versions, Comparator.comparing(Bundle::version)));
            }
        }
        return meant;
    }

    private Resource root() {
        try {
            ResourceBuilder builder = new ResourceBuilder();
            builder.addCapability(new CapReqBuilder("osgi.identity")
                    .addAttribute("osgi.identity", "<kernel>")
                    .addAttribute("type", "osgi.bundle")
                    .addAttribute("version", Version.emptyVersion));
            for (RootRequirement required : candidates.descriptor().requirements()) {
                if (required != RootRequirement.UNKNOWN) {
                    builder.addRequirement(required.requirement());
                }
            }
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("the descriptor's requirements were checked when it was read", e);
        }
    }

    private Map<Bundle, Map<String, Bundle>> packageWires(Map<Resource, List<Wire>> wires) {
        Map<Bundle, Map<String, Bundle>> packages = new TreeMap<>(BundlePool.ORDER);
        wires.forEach((resource, list) -> {
            Bundle importer = candidates.bundle(resource);
            if (importer == null) {
                return;
            }
            Map<String, Bundle> imports = packages.computeIfAbsent(importer, bundle -> new TreeMap<>());
            for (Wire wire : list) {
                Bundle exporter = candidates.bundle(wire.getProvider());
                Object name = wire.getCapability().getAttributes().get("osgi.wiring.package");
                if (exporter != null && name != null) {
                    imports.put(name.toString(), exporter);
                }
            }
        });
        return packages;
    }

    private Map<Bundle, List<Need>> needs(Resource root, Map<Resource, List<Wire>> wires) {
        Map<Bundle, Map<String, Need>> needs = new TreeMap<>(BundlePool.ORDER);
        wires.forEach((resource, list) -> list.forEach(wire -> {
            Bundle provider = candidates.bundle(wire.getProvider());
            if (provider != null && wire.getProvider() != resource) {
                Optional<Bundle> requirer = resource == root ? Optional.empty() : Optional.of(candidates.bundle(resource));
                needs.computeIfAbsent(provider, bundle -> new TreeMap<>())
                        .computeIfAbsent(requirer.map(Bundle::symbolicName).orElse(""), name -> new Need(requirer, new TreeSet<>()))
                        .what().add(RequirementText.of(wire.getRequirement()).toString());
            }
        }));
        Map<Bundle, List<Need>> sorted = new TreeMap<>(BundlePool.ORDER);
        needs.forEach((provider, byRequirer) -> sorted.put(provider, List.copyOf(byRequirer.values())));
        return sorted;
    }
}
