package org.asterism.assembly.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelRules.Check;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bundles that only together are more than a kernel takes: refused in one line, and through when the rule is switched off. */
class HostileChoicesTest {
    @TempDir
    static Path folder;

    /** An architecture that the descriptor trusts, as it does the core. */
    private static final String SECOND = "org.example.second";
    private static final String CORE = "bnd.identity;id=org.asterism.ostd.core, ";
    private static final Map<Check, Case> CASES = new EnumMap<>(Check.class);

    /** What is asked for, and what the refusal says. */
    private record Case(String requires, String line, List<Bundle> bundles) {}

    @BeforeAll
    static void buildTheBundles() {
        Bundle core = Contracts.core(folder);
        Bundle older = user("org.example.older", "[1.0,1.1)", shared("1.0.0"));
        Bundle newer = user("org.example.newer", "[1.1,2)", shared("1.1.0"));
        CASES.put(Check.VERSIONS, new Case(CORE + "bnd.identity;id=org.example.older, bnd.identity;id=org.example.newer",
                "org.example.shared 1.1.0 and org.example.shared 1.0.0 are both needed", List.of(core, older, newer, shared("1.0.0"), shared("1.1.0"))));
        CASES.put(Check.EXPORTERS, new Case(CORE + "bnd.identity;id=org.example.shared, bnd.identity;id=org.example.copy",
                "package org.example.shared is exported by org.example.copy 1.0.0 and org.example.shared 1.0.0", List.of(core, shared("1.0.0"),
                TestBundle.of("org.example.copy", "1.0.0").exports("org.example.shared", "1.0.0").source("org.example.shared.Shared", "public interface Shared { }")
                        .in(folder))));
        Bundle second = architecture(SECOND);
        CASES.put(Check.ARCHITECTURES, new Case(CORE + "bnd.identity;id=" + SECOND, "a kernel needs exactly one ostd.arch, and has 2: ", List.of(core, second)));
        CASES.put(Check.ARCHITECTURE_ORIGIN, new Case("bnd.identity;id=org.example.usurper",
                "org.example.usurper 1.0.0 claims to provide ostd.arch, but is not privileged; take it away, or say that you trust it: -ostd-privileged: "
                        + "org.example.usurper;sha256=", List.of(core, architecture("org.example.usurper"))));
        CASES.put(Check.FRAMEWORK_NAME, new Case(CORE + "bnd.identity;id=org.asterism.ostd.evil",
                "org.asterism.ostd.evil 1.0.0 has a name that begins with org.asterism.ostd., as those of the framework do, but is not privileged; rename it",
                List.of(core, TestBundle.of("org.asterism.ostd.evil", "1.0.0").source("org.example.evil.Evil", "public class Evil { }").in(folder))));
    }

    private static Bundle shared(String version) {
        return TestBundle.of("org.example.shared", version).exports("org.example.shared", version)
                .source("org.example.shared.Shared", "public interface Shared { }").in(folder);
    }

    private static Bundle user(String name, String range, Bundle used) {
        return TestBundle.of(name, "1.0.0").on(used).header("Import-Package", "org.example.shared;version=\"" + range + '"')
                .source(name + ".User", "public class User { org.example.shared.Shared shared; }").in(folder);
    }

    private static Bundle architecture(String name) {
        return TestBundle.of(name, "1.0.0").source(name + ".Board", "public class Board { }").header("Provide-Capability", "ostd.arch;arch=x86_64").in(folder);
    }

    private static List<String> lines(Case hostile, Set<Check> checks) {
        try {
            KernelResolver.resolve(Descriptors.of(folder, "-runrequires: " + hostile.requires()
                    + "\n-ostd-privileged: org.asterism.ostd.core" + (hostile.requires().contains(SECOND) ? ", " + SECOND : "")), BundlePool.of(hostile.bundles()),
                    EnumSet.allOf(HeaderRule.Check.class), checks);
            return List.of();
        } catch (RefusedException e) {
            return List.copyOf(e.reasons());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedInOneLineAndByThatRule(Check rule) {
        Case hostile = CASES.get(rule);
        assertThat(lines(hostile, EnumSet.allOf(Check.class))).anySatisfy(line -> assertThat(line).startsWith(hostile.line()));
        assertThat(lines(hostile, EnumSet.complementOf(EnumSet.of(rule)))).isEmpty();
    }
}
