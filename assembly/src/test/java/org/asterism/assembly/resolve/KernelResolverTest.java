package org.asterism.assembly.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelResolverTest {
    private static final String DEVICE = "public interface Device { int read(); }";
    private static final String ARCH = ", ostd.arch;filter:='(arch=x86_64)'";

    @TempDir
    Path folder;

    private Bundle api;
    private Bundle arch;

    @BeforeEach
    void buildTheBase() {
        api = TestBundle.of("org.example.api", "1.0.0").exports("org.example.device", "1.0.0")
                .source("org.example.device.Device", DEVICE).in(folder);
        arch = TestBundle.of("org.example.x86", "1.0.0").exports("org.example.unsafe", "1.0.0")
                .source("org.example.unsafe.Address", "public final class Address { public static void poke() {} }")
                .header("Provide-Capability", "ostd.arch;arch=x86_64").in(folder);
    }

    private Bundle service(String name, String version) {
        return TestBundle.of(name, version).on(api)
                .source(name + ".Disk", "@org.osgi.service.component.annotations.Component\n"
                        + "public final class Disk implements org.example.device.Device { public int read() { return 1; } }")
                .in(folder);
    }

    private Bundle consumer() {
        return TestBundle.of("org.example.fs", "1.0.0").on(api)
                .source("org.example.fs.Fs", "import org.osgi.service.component.annotations.*;\n"
                        + "@Component(service = Fs.class) public final class Fs {\n"
                        + "@Activate public Fs(@Reference org.example.device.Device device) {} }")
                .in(folder);
    }

    private Resolution resolve(String requires, String more, Bundle... bundles) throws RefusedException {
        return KernelResolver.resolve(
                Descriptors.of(folder, "-runrequires: " + requires + ARCH + "\n-ostd-privileged: org.example.x86\n" + more),
                BundlePool.of(List.of(bundles)));
    }

    private RefusedException refusal(String requires, Bundle... bundles) {
        return catchThrowableOfType(RefusedException.class, () -> resolve(requires, "", bundles));
    }

    @Test
    void pullsInWhatIsNeededAndSaysWhy() throws RefusedException {
        Bundle disk = service("org.example.disk", "1.0.0");
        Bundle unused = service("org.example.unused", "1.0.0");

        Resolution resolution = resolve("bnd.identity;id=org.example.disk", "", api, arch, disk, unused);

        assertThat(resolution.bundles()).containsExactly(api, disk, arch);
        assertThat(resolution.packageWires().get(disk)).containsEntry("org.example.device", api);
        assertThat(resolution.reasons(api))
                .containsExactly("org.example.disk needs package org.example.device version [1.0.0,2.0.0)");
        assertThat(resolution.architecture()).isEqualTo("x86_64");
    }

    @Test
    void aServiceIsFoundInTheOnlyBundleThatProvidesIt() throws RefusedException {
        Bundle disk = service("org.example.disk", "1.0.0");

        assertThat(resolve("bnd.identity;id=org.example.fs", "", api, arch, disk, consumer()).bundles()).contains(disk);
    }

    @Test
    void aRootsRangeHoldsForTheWholeKernel() throws RefusedException {
        Bundle old = service("org.example.disk", "1.0.0");
        Bundle current = service("org.example.disk", "1.1.0");

        Resolution resolution = resolve("bnd.identity;id=org.example.fs, bnd.identity;id=org.example.disk;version='[1.0,1.1)'",
                "", api, arch, current, old, consumer());

        assertThat(resolution.bundles()).contains(old).doesNotContain(current);
    }

    @Test
    void refusesABundleThatDoesNotExist() {
        assertThat(refusal("bnd.identity;id=org.example.disc", api, arch, service("org.example.disk", "1.0.0")).reasons())
                .containsExactly("the kernel needs bundle org.example.disc, but there is no such bundle among the 3 candidates;"
                        + " nearest is org.example.disk");
    }

    @Test
    void refusesAVersionOutOfRange() {
        assertThat(refusal("bnd.identity;id=org.example.disk;version='[2.0,3)'", api, arch, service("org.example.disk", "1.0.0"))
                .reasons())
                .containsExactly("the kernel needs bundle org.example.disk version [2.0.0,3.0.0), but there is only version"
                        + " 1.0.0; change the range or add a bundle of that version");
    }

    @Test
    void aVersionOutOfRangeIsOneLineWhateverFollowsFromIt() {
        assertThat(refusal("bnd.identity;id=org.example.disk;version='[2.0,3)', bnd.identity;id=org.example.fs",
                api, arch, service("org.example.disk", "1.0.0"), consumer()).reasons()).singleElement().asString()
                .startsWith("the kernel needs bundle org.example.disk version [2.0.0,3.0.0)");
    }

    @Test
    void refusesAPrivilegedPackage() {
        Bundle rogue = TestBundle.of("org.example.rogue", "1.0.0").on(arch)
                .source("org.example.rogue.Rogue", "public class Rogue { void run() { org.example.unsafe.Address.poke(); } }")
                .in(folder);

        assertThat(refusal("bnd.identity;id=org.example.rogue", api, arch, rogue).reasons()).singleElement().asString()
                .startsWith("org.example.rogue 1.0.0 needs package org.example.unsafe")
                .contains("it is a privileged package of org.example.x86 1.0.0");
    }

    @Test
    void refusesAPackageThatASafeBundleMarksPrivileged() {
        Bundle marked = TestBundle.of("org.example.marked", "1.0.0")
                .header("Export-Package", "org.example.seam;version=1.0;ostd.tier=privileged")
                .source("org.example.seam.Seam", "public interface Seam { }").in(folder);
        Bundle rogue = TestBundle.of("org.example.rogue", "1.0.0").on(marked)
                .source("org.example.rogue.Rogue", "public class Rogue { org.example.seam.Seam seam; }").in(folder);

        assertThat(refusal("bnd.identity;id=org.example.rogue", api, arch, marked, rogue))
                .hasMessageContaining("it is a privileged package of org.example.marked 1.0.0");
    }

    @Test
    void refusesAPackageThatIsNotOfJavaBase() {
        Bundle rogue = TestBundle.of("org.example.rogue", "1.0.0")
                .source("org.example.rogue.Rogue", "public class Rogue { }").header("Import-Package", "java.sql").in(folder);

        assertThat(refusal("bnd.identity;id=org.example.rogue", api, arch, rogue).reasons()).singleElement().asString()
                .contains("needs package java.sql, but it is not a package of java.base");
    }

    @Test
    void listsEveryFailureAtOnce() {
        assertThat(refusal("bnd.identity;id=org.example.none, bnd.identity;id=org.example.fs", api, arch, consumer()).reasons())
                .hasSize(2)
                .anyMatch(reason -> reason.contains("needs bundle org.example.none"))
                .anyMatch(reason -> reason.contains("org.example.fs 1.0.0 needs service org.example.device.Device,"
                        + " but no bundle among the candidates provides it"));
    }

    @Test
    void refusesToChooseBetweenTwoProviders() {
        assertThat(refusal("bnd.identity;id=org.example.fs", api, arch, consumer(), service("org.example.disk", "1.0.0"),
                service("org.example.flash", "1.0.0")).reasons()).singleElement().asString()
                .endsWith("which org.example.disk and org.example.flash provide; name one of them in -runrequires,"
                        + " or choose with -ostd-bind: org.example.fs.Fs/$000;to=org.example.disk.Disk");
    }

    @Test
    void aBindingChoosesTheBundleOfItsProvider() throws RefusedException {
        Bundle flash = service("org.example.flash", "1.0.0");

        assertThat(resolve("bnd.identity;id=org.example.fs", "-ostd-bind: org.example.fs.Fs/$000;to=org.example.flash.Disk", api, arch, consumer(),
                service("org.example.disk", "1.0.0"), flash).bundles()).contains(flash).hasSize(4);
    }

    @Test
    void twoRangesThatOverlapWhereNoVersionIsAreOneLine() {
        assertThat(refusal("bnd.identity;id=org.example.disk;version='[1.0,2)', bnd.identity;id=org.example.disk;version='[1.5,3)'", api, arch,
                service("org.example.disk", "1.0.0"), service("org.example.disk", "2.5.0")).reasons()).containsExactly("-runrequires asks for bundle"
                + " org.example.disk in versions [1.0.0,2.0.0) and [1.5.0,3.0.0), and no version there is lies in all of them: 2.5.0, 1.0.0; keep one range");
    }

    @Test
    void refusesTwoArchitectures() {
        Bundle second = TestBundle.of("org.example.riscv", "1.0.0")
                .header("Provide-Capability", "ostd.arch;arch=riscv64").in(folder);

        assertThat(refusal("bnd.identity;id=org.example.riscv", api, arch, second))
                .hasMessageContaining("exactly one ostd.arch, and has 2:");
    }

    @Test
    void refusesTwoExportersOfAPackage() {
        Bundle copy = TestBundle.of("org.example.copy", "1.0.0").exports("org.example.device", "1.0.0")
                .source("org.example.device.Device", DEVICE).in(folder);

        assertThat(refusal("bnd.identity;id=org.example.copy, bnd.identity;id=org.example.api", api, arch, copy))
                .hasMessageContaining("package org.example.device is exported by");
    }

    @Test
    void aGrantGoesToTheNamedBundleOnly() throws RefusedException {
        Bundle driver = TestBundle.of("org.example.driver", "1.0.0")
                .header("Require-Capability", "ostd.grant;filter:='(grant=mmio)'").in(folder);

        assertThat(refusal("bnd.identity;id=org.example.driver", api, arch, driver))
                .hasMessageContaining("needs grant mmio, but it is not granted; add -ostd-grant: org.example.driver;grant=mmio");
        assertThat(resolve("bnd.identity;id=org.example.driver", "-ostd-grant: org.example.driver;grant=mmio",
                api, arch, driver).bundles()).contains(driver);
    }
}
