package org.asterism.assembly.resolve;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.osgi.Processor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.asterism.assembly.bundle.Bundle;

/** Refuses manifest headers that would let code into a bundle, or a bundle at code, past the wiring. */
final class HeaderRule {
    private static final int LONGEST_SHOWN = 200;

    /** Every way a manifest can be refused here; tests switch one off. */
    enum Check {
        /** A bundle that becomes part of another, its package-private members included. */
        FRAGMENT("Fragment-Host", "a kernel takes no fragments, make it a bundle with services"),
        /** Packages that are looked for when they are named. */
        DYNAMIC_IMPORT("DynamicImport-Package", "wiring is fixed at link time, import the packages by name"),
        /** All that another bundle exports, now or later. */
        REQUIRED_BUNDLE("Require-Bundle", "import the packages by name"),
        /** Libraries for a processor. */
        NATIVE_CODE("Bundle-NativeCode", "native code is not linked"),
        /** Code that runs because its bundle is there. */
        ACTIVATOR("Bundle-Activator", "a kernel has no bundle context, make it a component"),
        /** Classes in other places of the jar. */
        CLASS_PATH("Bundle-ClassPath", "unpack the inner jars into the bundle"),
        /** Headers that are read by other rules. */
        MANIFEST_VERSION("Bundle-ManifestVersion", "by it the other headers mean something else; write 2"),
        /** Capabilities of another bundle, or of the platform. */
        CLAIM("Provide-Capability", ""),
        /** What other headers ask for and other rules look at: all of another bundle, or to be part of it. */
        REQUIREMENT("Require-Capability", "");

        private final String header;
        private final String remedy;

        Check(String header, String remedy) {
            this.header = header;
            this.remedy = remedy;
        }

        private boolean allows(String value) {
            return this == CLASS_PATH && value.strip().equals(".") || this == MANIFEST_VERSION && value.strip().equals("2");
        }
    }

    /** What the other headers say of a bundle, or a platform of itself, is not for a bundle to claim (OSGi Core 8, 3.3.6). */
    private static final Set<String> NOT_ITS_OWN = Set.of(
            "osgi.identity", "osgi.wiring.bundle", "osgi.wiring.host", "osgi.wiring.package", "osgi.ee", "osgi.native", "ostd.grant");

    private static final String WIRING = "osgi.wiring.";

    private HeaderRule() {}

    static List<String> check(Collection<Bundle> bundles) {
        return check(bundles, EnumSet.allOf(Check.class));
    }

    /** Checks some things only. For tests that see what a check is worth. */
    static List<String> check(Collection<Bundle> bundles, Set<Check> checks) {
        List<String> problems = new ArrayList<>();
        for (Bundle bundle : bundles) {
            for (Check check : checks) {
                String value = bundle.header(check.header);
                if (value != null && check == Check.CLAIM) {
                    namespaces(value, NOT_ITS_OWN::contains).forEach(namespace -> problems.add(bundle + " claims to provide " + namespace
                            + " in Provide-Capability, which is not for a bundle to say; take it out"));
                } else if (value != null && check == Check.REQUIREMENT) {
                    namespaces(value, namespace -> namespace.startsWith(WIRING)).forEach(namespace -> problems.add(bundle + " asks for " + namespace
                            + " in Require-Capability, past the header that is made for it; import the packages by name"));
                } else if (value != null && !check.allows(value)) {
                    String shown = value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...";
                    problems.add(bundle + " has header " + check.header + ": " + shown + "; " + check.remedy);
                }
            }
        }
        return problems;
    }

    private static Set<String> namespaces(String header, Predicate<String> refused) {
        return OSGiHeader.parseHeader(header).keySet().stream()
                .map(Processor::removeDuplicateMarker).filter(refused).collect(Collectors.toCollection(TreeSet::new));
    }
}
