package org.asterism.assembly.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asterism.assembly.bundle.Bundle;
import org.osgi.resource.Capability;

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
        oneArchitecture();
        return problems;
    }

    private void oneVersionEach() {
        bundles.stream().collect(Collectors.groupingBy(Bundle::symbolicName, TreeMap::new, Collectors.toList()))
                .forEach((name, versions) -> {
                    if (versions.size() > 1) {
                        problems.add(versions.stream().map(Bundle::toString).collect(Collectors.joining(" and "))
                                + " are both needed; a kernel holds one version of a bundle, so pin one in -runrequires");
                    }
                });
    }

    private void oneExporterEach() {
        Map<String, Bundle> exporters = new TreeMap<>();
        for (Bundle bundle : bundles) {
            for (Capability export : bundle.resource().getCapabilities("osgi.wiring.package")) {
                String name = String.valueOf(export.getAttributes().get("osgi.wiring.package"));
                Bundle other = exporters.putIfAbsent(name, bundle);
                if (other != null && other != bundle) {
                    problems.add("package " + name + " is exported by " + other + " and " + bundle
                            + "; a kernel holds one exporter of a package, so leave one out");
                }
            }
        }
    }

    private void oneArchitecture() {
        List<String> providers = new ArrayList<>();
        for (Bundle bundle : bundles) {
            for (Capability arch : bundle.resource().getCapabilities("ostd.arch")) {
                providers.add(bundle + " (" + arch.getAttributes().get("arch") + ")");
            }
        }
        if (providers.size() != 1) {
            problems.add("a kernel needs exactly one ostd.arch, and has " + providers.size() + " "
                    + providers + "; ask for one with ostd.arch;filter:='(arch=x86_64)' in -runrequires");
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
