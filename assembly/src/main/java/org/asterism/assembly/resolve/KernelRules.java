package org.asterism.assembly.resolve;

import aQute.bnd.osgi.resource.ResourceUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/** Rules of a kernel that OSGi's resolver does not know. Each returns one line for every violation. */
final class KernelRules {
    private final List<Bundle> bundles;
    private final List<String> problems = new ArrayList<>();

    KernelRules(List<Bundle> bundles) {
        this.bundles = bundles;
    }

    List<String> check() {
        oneVersionEach();
        oneExporterEach();
        oneArchitecture(architectures());
        return problems;
    }

    /** The rules for bundles of which some are missing: an architecture that was asked for in vain is told elsewhere. */
    List<String> checkUnfinished(KernelDescriptor descriptor) {
        oneVersionEach();
        oneExporterEach();
        boolean asked = !descriptor.isComplete() || descriptor.requirements().stream().anyMatch(root -> root.requirement().getNamespace().equals("ostd.arch"));
        if (!asked || architectures().size() > 1) {
            oneArchitecture(architectures());
        }
        return problems;
    }

    private void oneVersionEach() {
        bundles.stream().collect(Collectors.groupingBy(Bundle::symbolicName, TreeMap::new, Collectors.toList()))
                .forEach((name, versions) -> {
                    if (versions.size() > 1) {
                        problems.add(versions.stream().map(Bundle::toString).collect(Collectors.joining(" and "))
                                + " are both needed" + pickyUsers(versions)
                                + "; a kernel holds one version of a bundle, so change one of them, or pin one version in -runrequires");
                    }
                });
    }

    /** Who can use some of the versions only, and by which requirement. */
    private String pickyUsers(List<Bundle> versions) {
        SortedSet<String> users = new TreeSet<>();
        for (Bundle user : bundles) {
            for (Requirement requirement : user.resource().getRequirements(null)) {
                long usable = versions.stream().filter(version -> satisfies(version, requirement)).count();
                if (usable > 0 && usable < versions.size() && !versions.contains(user)) {
                    users.add(user + " needs " + RequirementText.of(requirement));
                }
            }
        }
        return users.isEmpty() ? "" : ": " + String.join(", ", users);
    }

    private static boolean satisfies(Bundle bundle, Requirement requirement) {
        return bundle.resource().getCapabilities(requirement.getNamespace()).stream().anyMatch(ResourceUtils.matcher(requirement)::test);
    }

    private void oneExporterEach() {
        Map<String, Bundle> exporters = new TreeMap<>();
        for (Bundle bundle : bundles) {
            for (Capability export : bundle.resource().getCapabilities("osgi.wiring.package")) {
                String name = String.valueOf(export.getAttributes().get("osgi.wiring.package"));
                Bundle other = exporters.putIfAbsent(name, bundle);
                if (other != null && !other.symbolicName().equals(bundle.symbolicName())) {
                    problems.add("package " + name + " is exported by " + other + " and " + bundle
                            + "; a kernel holds one exporter of a package, so leave one out");
                }
            }
        }
    }

    private List<String> architectures() {
        List<String> providers = new ArrayList<>();
        for (Bundle bundle : bundles) {
            for (Capability arch : bundle.resource().getCapabilities("ostd.arch")) {
                providers.add(bundle + " (" + arch.getAttributes().get("arch") + ")");
            }
        }
        return providers;
    }

    private void oneArchitecture(List<String> providers) {
        if (providers.isEmpty()) {
            problems.add("a kernel needs exactly one ostd.arch, and has none; ask for one with ostd.arch;filter:='(arch=x86_64)' in -runrequires");
        } else if (providers.size() > 1) {
            problems.add("a kernel needs exactly one ostd.arch, and has " + providers.size() + ": " + String.join(", ", providers)
                    + "; leave all but one out of -runrequires");
        }
    }

    /** The value of the one architecture; call after {@link #check} found nothing. */
    String architecture() {
        return bundles.stream()
                .flatMap(bundle -> bundle.resource().getCapabilities("ostd.arch").stream())
                .map(arch -> String.valueOf(arch.getAttributes().get("arch")))
                .findFirst()
                .orElseThrow();
    }
}
