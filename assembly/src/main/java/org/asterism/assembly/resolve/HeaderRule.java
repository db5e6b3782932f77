package org.asterism.assembly.resolve;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.osgi.Processor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asterism.assembly.bundle.Bundle;

/** Refuses manifest headers that would let code into a bundle, or a bundle at code, past the wiring. */
final class HeaderRule {
    private static final List<String> REFUSED = List.of(
            "Fragment-Host", "DynamicImport-Package", "Require-Bundle", "Bundle-NativeCode", "Bundle-Activator");

    /** What the other headers say of a bundle, or a platform of itself, is not for a bundle to claim (OSGi Core 8, 3.3.6). */
    private static final Set<String> NOT_ITS_OWN = Set.of(
            "osgi.identity", "osgi.wiring.bundle", "osgi.wiring.host", "osgi.wiring.package", "osgi.ee", "osgi.native", "ostd.grant");

    private HeaderRule() {}

    static List<String> check(Collection<Bundle> bundles) {
        List<String> problems = new ArrayList<>();
        for (Bundle bundle : bundles) {
            for (String header : REFUSED) {
                if (bundle.header(header) != null) {
                    problems.add(bundle + " has header " + header + ": " + bundle.header(header) + "; " + remedy(header));
                }
            }
            String classPath = bundle.header("Bundle-ClassPath");
            if (classPath != null && !classPath.strip().equals(".")) {
                problems.add(bundle + " has header Bundle-ClassPath: " + classPath + "; unpack the inner jars into the bundle");
            }
            String manifestVersion = bundle.header("Bundle-ManifestVersion");
            if (manifestVersion != null && !manifestVersion.strip().equals("2")) {
                problems.add(bundle + " has header Bundle-ManifestVersion: " + manifestVersion + ", by which its headers mean something else; write 2");
            }
            for (String namespace : claims(bundle)) {
                problems.add(bundle + " claims to provide " + namespace + " in Provide-Capability, which is not for a bundle to say; take it out");
            }
        }
        return problems;
    }

    private static Set<String> claims(Bundle bundle) {
        String header = bundle.header("Provide-Capability");
        return header == null ? Set.of() : OSGiHeader.parseHeader(header).keySet().stream()
                .map(Processor::removeDuplicateMarker).filter(NOT_ITS_OWN::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String remedy(String header) {
        return switch (header) {
            case "Fragment-Host" -> "a kernel takes no fragments, make it a bundle with services";
            case "DynamicImport-Package" -> "wiring is fixed at link time, import the packages by name";
            case "Require-Bundle" -> "import the packages by name";
            case "Bundle-NativeCode" -> "native code is not linked";
            default -> "a kernel has no bundle context, make it a component";
        };
    }
}
