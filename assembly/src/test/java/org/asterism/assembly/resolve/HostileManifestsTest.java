package org.asterism.assembly.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.HeaderRule.Check;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests that ask for more than a bundle gets: refused in one line, and through when the check is switched off. */
class HostileManifestsTest {
    @TempDir
    static Path folder;

    private static Bundle core;

    @BeforeAll
    static void buildTheCore() {
        core = Contracts.core(folder);
    }

    private static Resolution resolve(Bundle rogue, Set<Check> checks) throws RefusedException {
        return KernelResolver.resolve(Descriptors.of(folder, "-runrequires: bnd.identity;id=org.asterism.ostd.core, bnd.identity;id=org.example.rogue\n"
                + "-ostd-privileged: org.asterism.ostd.core"), BundlePool.of(List.of(core, rogue)), checks, EnumSet.allOf(KernelRules.Check.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FRAGMENT         | Fragment-Host          | org.asterism.ostd.core    | has header Fragment-Host: org.asterism.ostd.core; a kernel takes no fragments",
        "ACTIVATOR        | bundle-activator       | x\33[2J                   | has header Bundle-Activator: x?[2J; a kernel has no bundle context",
        "DYNAMIC_IMPORT   | DynamicImport-Package  | *                         | has header DynamicImport-Package: *; wiring is fixed at link time",
        "REQUIRED_BUNDLE  | Require-Bundle         | org.asterism.ostd.core    | has header Require-Bundle: org.asterism.ostd.core; import the packages by name",
        "NATIVE_CODE      | Bundle-NativeCode      | libevil.so;osname=Linux,* | has header Bundle-NativeCode: libevil.so;osname=Linux,*; native code is not linked",
        "ACTIVATOR        | Bundle-Activator       | org.example.rogue.Rogue   | has header Bundle-Activator: org.example.rogue.Rogue; a kernel has no bundle context",
        "CLASS_PATH       | Bundle-ClassPath       | .,lib/evil.jar            | has header Bundle-ClassPath: .,lib/evil.jar; unpack the inner jars",
        "MANIFEST_VERSION | Bundle-ManifestVersion | 1                         | has header Bundle-ManifestVersion: 1; by it the other headers mean something else; write 2",
        "CLAIM | Provide-Capability | osgi.identity;osgi.identity=org.example.x86;type=osgi.bundle | claims to provide osgi.identity in Provide-Capability",
        "CLAIM | Provide-Capability | a.b,a.b,osgi.wiring.host;osgi.wiring.host=org.example.x86     | claims to provide osgi.wiring.host in Provide-Capability",
        "CLAIM | Provide-Capability | osgi.ee;osgi.ee=JavaSE;version:Version=99                    | claims to provide osgi.ee in Provide-Capability",
        "CLAIM | Provide-Capability | osgi.native;osgi.native.osname=Linux                         | claims to provide osgi.native in Provide-Capability",
        "CLAIM | Provide-Capability | ostd.grant;grant=dma                                         | claims to provide ostd.grant in Provide-Capability",
        "REQUIREMENT | Require-Capability | osgi.wiring.bundle;filter:='(osgi.wiring.bundle=org.asterism.ostd.core)' | asks for osgi.wiring.bundle in Require-Capability",
        "REQUIREMENT | Require-Capability | osgi.wiring.host;filter:='(osgi.wiring.host=org.asterism.ostd.core)'     | asks for osgi.wiring.host in Require-Capability",
    })
    void isRefusedInOneLineAndByThatCheck(Check check, String header, String claim, String line) throws Exception {
        Bundle rogue = TestBundle.of("org.example.rogue", "1.0.0").source("org.example.rogue.Rogue", "public class Rogue { }").claiming(header, claim).in(folder);

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> resolve(rogue, EnumSet.allOf(Check.class)));
        assertThat(refused.reasons()).anySatisfy(reason -> assertThat(reason).startsWith("org.example.rogue 1.0.0 " + line));
        assertThat(refused.reasons()).allMatch(reason -> reason.chars().noneMatch(Character::isISOControl));

        assertThat(resolve(rogue, EnumSet.complementOf(EnumSet.of(check))).bundles()).contains(rogue);
    }

    @Test
    void everyCheckHasAHostileManifest() throws Exception {
        CsvSource cases = HostileManifestsTest.class.getDeclaredMethod("isRefusedInOneLineAndByThatCheck", Check.class, String.class, String.class, String.class)
                .getAnnotation(CsvSource.class);

        assertThat(Arrays.stream(cases.value()).map(line -> Check.valueOf(line.split("\\|")[0].strip())).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Check.values());
    }
}
