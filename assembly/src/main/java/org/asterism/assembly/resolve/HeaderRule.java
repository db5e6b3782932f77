package org.asterism.assembly.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.asterism.assembly.bundle.Bundle;

/** Refuses manifest headers that would let code into a bundle, or a bundle at code, past the wiring. */
final class HeaderRule {
    private static final List<String> REFUSED = List.of(
            "Fragment-Host", "DynamicImport-Package", "Require-Bundle", "Bundle-NativeCode", "Bundle-Activator");

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
        }
        return problems;
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
