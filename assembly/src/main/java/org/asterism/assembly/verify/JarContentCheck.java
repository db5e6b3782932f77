package org.asterism.assembly.verify;

import java.util.List;
import java.util.Locale;
import org.asterism.assembly.bundle.Bundle;

/**
 * Refuses what means something to other readers of jars and nothing to a kernel: its author would believe that it counts.
 */
final class JarContentCheck {
    private static final List<String> NATIVE_SUFFIXES = List.of(".so", ".dll", ".dylib", ".jnilib", ".o", ".a");
    private static final List<String> SIGNATURE_SUFFIXES = List.of(".sf", ".rsa", ".dsa", ".ec");

    private final Problems problems;

    JarContentCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Bundle bundle) {
        if (Boolean.parseBoolean(bundle.header("Multi-Release"))) {
            refuse(bundle, "is a multi-release jar, which is another bundle on each Java", "build it for Java 17 alone");
        }
        if (bundle.header("Class-Path") != null) {
            refuse(bundle, "has header Class-Path: " + bundle.header("Class-Path") + ", which bundles do not use", "import the packages by name");
        }
        for (String path : bundle.entries().keySet()) {
            String reason = reason(path.toLowerCase(Locale.ROOT));
            if (reason != null) {
                refuse(bundle, "holds " + path + ", " + reason, "take it out of the jar");
            }
        }
    }

    private static String reason(String path) {
        boolean meta = path.startsWith("meta-inf/");
        if (meta && path.endsWith(".class")) {
            return "a class that only a multi-release jar would use";
        }
        if (meta && path.indexOf('/', "meta-inf/".length()) < 0 && SIGNATURE_SUFFIXES.stream().anyMatch(path::endsWith)) {
            return "a signature that nothing here checks (kernel.lock holds the hash of each bundle)";
        }
        if (path.startsWith("meta-inf/services/")) {
            return "a list for ServiceLoader, which a kernel does not have";
        }
        if (path.endsWith(".jar")) {
            return "a jar inside the jar, which is not linked";
        }
        return NATIVE_SUFFIXES.stream().anyMatch(path::endsWith) ? "native code, which is not linked" : null;
    }

    private void refuse(Bundle bundle, String reason, String remedy) {
        problems.refuse(Check.JAR_CONTENT, bundle, reason, remedy);
    }
}
