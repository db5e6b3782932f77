package org.asterism.assembly.resolve;

import aQute.bnd.osgi.resource.ResourceUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/** Rules of a kernel that OSGi's resolver does not know. Each returns one line for every violation. */
final class KernelRules {
    private static final String ARCHITECTURE = "ostd.arch";
    private static final String FRAMEWORK = "org.asterism.ostd.";
    private static final String FRAMEWORK_API = "org.asterism.ostd.api";

    /** Every way a set of bundles can be refused here; tests switch one off. */
    enum Check {
        /** Two versions of a bundle: two copies of each of its classes. */
        VERSIONS,
        /** Two exporters of a package: who imports it gets the classes of one, and trusts those of the other. */
        EXPORTERS,
        /** Two architectures: each has its own seam below the framework. */
        ARCHITECTURES,
        /** An architecture that nobody trusts: the compiler believes its every class. */
        ARCHITECTURE_ORIGIN,
        /** A bundle named like the framework's, which reports of failures do not blame. */
        FRAMEWORK_NAME
    }

    private final KernelDescriptor descriptor;
    private final List<Bundle> bundles;
    private final Set<Check> checks;
    private final List<String> problems = new ArrayList<>();

    KernelRules(KernelDescriptor descriptor, List<Bundle> bundles, Set<Check> checks) {
        this.descriptor = descriptor;
        this.bundles = bundles;
        this.checks = checks;
    }

    List<String> check() {
        oneVersionEach();
        oneExporterEach();
        oneArchitecture(architectures());
        privilegedArchitecture();
        frameworkNames();
        return problems;
    }

    /** The rules for bundles of which some are missing: an architecture that was asked for in vain is told elsewhere. */
    List<String> checkUnfinished() {
        oneVersionEach();
        oneExporterEach();
        privilegedArchitecture();
        frameworkNames();
        boolean asked = !descriptor.isComplete() || descriptor.requirements().stream().anyMatch(root -> root.requirement().getNamespace().equals(ARCHITECTURE));
        if (!asked || architectures().size() > 1) {
            oneArchitecture(architectures());
        }
        return problems;
    }

    private void oneVersionEach() {
        if (!checks.contains(Check.VERSIONS)) {
            return;
        }
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
        if (!checks.contains(Check.EXPORTERS)) {
            return;
        }
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
            for (Capability arch : bundle.resource().getCapabilities(ARCHITECTURE)) {
                providers.add(bundle + " (" + arch.getAttributes().get("arch") + ")");
            }
        }
        return providers;
    }

    private void oneArchitecture(List<String> providers) {
        if (providers.isEmpty()) {
            problems.add("a kernel needs exactly one ostd.arch, and has none; ask for one with ostd.arch;filter:='(arch=x86_64)' in -runrequires");
        } else if (providers.size() > 1 && checks.contains(Check.ARCHITECTURES)) {
            problems.add("a kernel needs exactly one ostd.arch, and has " + providers.size() + ": " + String.join(", ", providers)
                    + "; leave all but one out of -runrequires");
        }
    }

    private void privilegedArchitecture() {
        for (Bundle bundle : bundles) {
            boolean claims = !bundle.resource().getCapabilities(ARCHITECTURE).isEmpty();
            if (claims && !descriptor.isPrivileged(bundle.symbolicName()) && checks.contains(Check.ARCHITECTURE_ORIGIN)) {
                problems.add(bundle + " claims to provide " + ARCHITECTURE + ", but is not privileged; take it away, or say that you trust it: -ostd-privileged: "
                        + bundle.symbolicName() + ";sha256=" + bundle.sha256());
            }
        }
    }

    private void frameworkNames() {
        for (Bundle bundle : bundles) {
            String name = bundle.symbolicName();
            boolean claims = name.startsWith(FRAMEWORK) && !name.equals(FRAMEWORK_API) && !descriptor.isPrivileged(name);
            if (claims && checks.contains(Check.FRAMEWORK_NAME)) {
                problems.add(bundle + " has a name that begins with " + FRAMEWORK + ", as those of the framework do, but is not privileged; rename it");
            }
        }
    }

    /** The value of the one architecture; call after {@link #check} found nothing. */
    String architecture() {
        return bundles.stream()
                .flatMap(bundle -> bundle.resource().getCapabilities(ARCHITECTURE).stream())
                .map(arch -> String.valueOf(arch.getAttributes().get("arch")))
                .findFirst()
                .orElseThrow();
    }
}
