package org.asterism.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asterism.assembly.bundle.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A descriptor with faults of several kinds is refused once, with a line for each. */
class AssemblyInputTest {
    @TempDir
    Path folder;

    private Path modules;
    private Bundle api;

    @BeforeEach
    void buildModules() throws IOException {
        modules = Files.createDirectory(folder.resolve("modules"));
        api = Contracts.api(modules);
        Contracts.core(modules);
        TestBundle.of("org.example.entry", "1.0.0").on(api)
                .source("org.example.entry.Entry", "import org.osgi.service.component.annotations.*;\n"
                        + "@Component public final class Entry implements org.asterism.kernel.KernelEntry {\n"
                        + "@Activate public Entry(@Reference(name = \"table\") org.asterism.kernel.syscall.SyscallTable table) { } public void start() { } }")
                .in(modules);
    }

    private List<String> reasons(String... lines) throws IOException {
        Path descriptor = Files.writeString(folder.resolve("kernel.bndrun"), String.join("\n", lines) + "\n");
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> AssemblyInput.of(
                new AssemblyRequest(descriptor, List.of(), modules, "tool", Optional.empty())).resolve());
        return refused.reasons().stream().map(reason -> reason.replace(folder + "/", "")).toList();
    }

    @Test
    void faultsOfTheFileTheBundlesAndTheNamesAreToldTogether() throws IOException {
        Bundle riscv = TestBundle.of("org.example.riscv", "1.0.0").header("Provide-Capability", "ostd.arch;arch=riscv64").in(modules);
        TestBundle.of("org.example.driver", "1.0.0").header("Require-Capability", "ostd.grant;filter:='(grant=mmio)'").in(modules);
        TestBundle.of("org.example.part", "1.0.0").header("Fragment-Host", "org.asterism.ostd.core").in(modules);

        assertThat(reasons(
                "-runrequires: bnd.identity;id=org.example.entry;version='[1.0,2)', bnd.identity;id=org.example.entry;version='[2.0,3)', \\",
                "\tbnd.identity;id=org.example.entri, bnd.identity;id=org.example.driver, bnd.identity;id=org.example.part, \\",
                "\tbnd.identity;id=org.asterism.ostd.core, bnd.identity;id=org.example.riscv",
                "-ostd-privileged: org.asterism.ostd.cor",
                "-ostd-grants: org.example.driver;grant=mmio",
                "-ostd-grant: org.example.drivr;grant=mmio",
                "-ostd-bind: org.example.entry.Entry/tabel;to=org.example.entry.Table",
                "-ostd-config: org.example.entry.Entri;size=1",
                "-ostd-bundles: nowhere")).containsExactlyInAnyOrder(
                "kernel.bndrun:5: unknown key -ostd-grants; nearest is -ostd-grant",
                "kernel.bndrun:9: nowhere: no such bundle file or folder; build it, or take it out",
                "kernel.bndrun:1: -runrequires asks for bundle org.example.entry in versions [1.0.0,2.0.0) and [2.0.0,3.0.0), and no version there is lies in all of"
                        + " them: 1.0.0; keep one range",
                "kernel.bndrun:2: the kernel needs bundle org.example.entri, but there is no such bundle among the 6 candidates; nearest is org.example.entry",
                "kernel.bndrun:6: -ostd-grant names bundle org.example.drivr, which is none of the 6 candidates; nearest is org.example.driver",
                "kernel.bndrun:4: -ostd-privileged names bundle org.asterism.ostd.cor, which is none of the 6 candidates; nearest is org.asterism.ostd.core",
                "org.example.part 1.0.0 has header Fragment-Host: org.asterism.ostd.core; a kernel takes no fragments, make it a bundle with services",
                "org.example.riscv 1.0.0 claims to provide ostd.arch, but is not privileged; take it away, or say that you trust it:"
                        + " -ostd-privileged: org.example.riscv;sha256=" + riscv.sha256(),
                "a kernel needs exactly one ostd.arch, and has 2: org.asterism.ostd.core 1.0.0 (x86_64), org.example.riscv 1.0.0 (riscv64);"
                        + " leave all but one out of -runrequires",
                "kernel.bndrun:7: -ostd-bind names org.example.entry.Entry/tabel, but no candidate has such a reference; nearest is org.example.entry.Entry/table",
                "kernel.bndrun:7: -ostd-bind chooses org.example.entry.Table for org.example.entry.Entry/tabel, but no candidate has such a component;"
                        + " nearest is org.example.entry.Entry",
                "kernel.bndrun:8: -ostd-config names component org.example.entry.Entri, but no candidate has such a component; nearest is org.example.entry.Entry");
    }

    @Test
    void faultsOfTheFileAndOfTheWiringAreToldTogether() throws IOException {
        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, ostd.arch;filter:='(arch=x86_64)'",
                "-ostd-privileged: org.asterism.ostd.core", "-ostd-cmdlin: quiet",
                "-ostd-bind: org.example.entry.Entry/tabel;to=org.example.entry.Entry")).containsExactly(
                "kernel.bndrun:3: unknown key -ostd-cmdlin; nearest is -ostd-cmdline",
                "kernel.bndrun:4: -ostd-bind names org.example.entry.Entry/tabel, but there is no such reference in this kernel; nearest is org.example.entry.Entry/table");
    }

    @Test
    void whatKeepsAKernelFromBeingResolvedVerifiedAndWiredIsToldTogether() throws IOException {
        Bundle doctored = TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0")
                .source("org.example.bank.Account", "public class Account { public long balance; }").in(Files.createDirectory(folder.resolve("doctored")));
        TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0")
                .source("org.example.bank.Account", "public class Account { private long balance; }").in(modules);
        TestBundle.of("org.example.thief", "1.0.0").on(doctored)
                .source("org.example.thief.Thief", "public class Thief { void steal(org.example.bank.Account a) { a.balance = 0; } }").in(modules);
        TestBundle.of("org.example.forger", "1.0.0").afterPacking("org/example/forger/Forger.class", new byte[] {1, 2, 3}).in(modules);
        TestBundle.of("org.example.driver", "1.0.0").header("Require-Capability", "ostd.grant;filter:='(grant=mmio)'").in(modules);
        components();

        assertThat(reasons(
                "-runrequires: bnd.identity;id=org.example.thief, bnd.identity;id=org.example.forger, bnd.identity;id=org.example.driver, \\",
                "\tbnd.identity;id=org.example.entry, bnd.identity;id=org.example.web, bnd.identity;id=org.example.absent, bnd.identity;id=org.asterism.ostd.core",
                "-ostd-privileged: org.asterism.ostd.core",
                "-ostd-cmdlin: quiet",
                "-ostd-config: org.example.web.Sized;size=many, org.example.web.Sized;colour=red")).containsExactlyInAnyOrder(
                "kernel.bndrun:4: unknown key -ostd-cmdlin; nearest is -ostd-cmdline",
                "kernel.bndrun:2: the kernel needs bundle org.example.absent, but there is no such bundle among the 8 candidates; nearest is org.example.bank",
                "org.example.driver 1.0.0 needs grant mmio, but it is not granted; add -ostd-grant: org.example.driver;grant=mmio",
                "org.example.forger 1.0.0: org.example.forger.Forger: is not a class file (something in it points outside the file); rebuild the bundle",
                "org.example.thief 1.0.0: org.example.thief.Thief.steal(Account): uses private field org.example.bank.Account.balance;"
                        + " use what its class makes accessible",
                "components need each other: org.example.web.Right -> org.example.web.Left -> org.example.web.Right;"
                        + " pass one of them at call time, or split a component",
                "org.example.web.Chooser/work (java.lang.Runnable) has 2 providers: org.example.web.First, org.example.web.Second;"
                        + " choose one with -ostd-bind: org.example.web.Chooser/work;to=org.example.web.First",
                "kernel.bndrun:5: -ostd-config sets size of org.example.web.Sized to 'many', which is no Integer; write a whole number from -2147483648 to 2147483647",
                "kernel.bndrun:5: -ostd-config sets colour of org.example.web.Sized, which has no such property; nearest is size");
    }

    private void components() {
        TestBundle.of("org.example.web", "1.0.0")
                .source("org.example.web.First", component("First implements Runnable { public void run() { } }"))
                .source("org.example.web.Second", component("Second implements Runnable { public void run() { } }"))
                .source("org.example.web.Chooser", component("Chooser { @Activate public Chooser(@Reference(name = \"work\") Runnable work) { } }"))
                .source("org.example.web.Left", component("Left { @Activate public Left(@Reference Right right) { } }", "service = Left.class"))
                .source("org.example.web.Right", component("Right { @Activate public Right(@Reference Left left) { } }", "service = Right.class, immediate = true"))
                .source("org.example.web.Sized", component("Sized { }", "property = \"size:Integer=1\"")).in(modules);
    }

    private static String component(String declaration, String... attributes) {
        return "import org.osgi.service.component.annotations.*;\n@Component(" + String.join(", ", attributes) + ") public final class " + declaration;
    }

    @Test
    void aConfigurationOrAGrantThatNobodyUsesIsRefused() throws IOException {
        TestBundle.of("org.example.driver", "1.0.0").header("Require-Capability", "ostd.grant;filter:='(grant=mmio)'").in(modules);
        TestBundle.of("org.example.idle", "1.0.0").source("org.example.idle.Idle", "public class Idle { }").in(modules);

        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, bnd.identity;id=org.example.driver, ostd.arch;filter:='(arch=x86_64)'",
                "-ostd-privileged: org.asterism.ostd.core", "-ostd-cmdlin: quiet",
                "-ostd-grant: org.example.driver;grant=\"mmio,dma\", org.example.idle;grant=irq, org.example.entry;grant=port",
                "-ostd-config: org.example.entry.Entri;size=1")).containsExactlyInAnyOrder(
                "kernel.bndrun:3: unknown key -ostd-cmdlin; nearest is -ostd-cmdline",
                "kernel.bndrun:5: -ostd-config names component org.example.entry.Entri, which no chosen bundle holds; nearest is org.example.entry.Entry",
                "kernel.bndrun:4: -ostd-grant gives org.example.driver dma, but it asks for mmio only; write -ostd-grant: org.example.driver;grant=mmio, or have the bundle ask, by @RequiresGrant",
                "kernel.bndrun:4: -ostd-grant gives org.example.entry port, but it asks for no grant and has no driver; take the grant out",
                "kernel.bndrun:4: -ostd-grant gives org.example.idle irq, but that bundle is not in this kernel; add it to -runrequires, or take the grant out");
    }

    @Test
    void noArchitectureAndOneThatNobodyProvidesAreOneLineEach() throws IOException {
        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry", "-ostd-privileged: org.asterism.ostd.core")).containsExactly(
                "a kernel needs exactly one ostd.arch, and has none; ask for one with ostd.arch;filter:='(arch=x86_64)' in -runrequires");
        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, ostd.arch;filter:='(arch=riscv64)', ostd.arcs;filter:='(arch=x86_64)'",
                "-ostd-privileged: org.asterism.ostd.core")).containsExactly(
                "kernel.bndrun:1: the kernel needs architecture riscv64, but only org.asterism.ostd.core 1.0.0 provides x86_64",
                "kernel.bndrun:1: the kernel needs ostd.arcs (arch=x86_64), but nothing provides ostd.arcs; nearest is ostd.arch");
    }

    @Test
    void whoIsPrivilegedIsNotGuessedAtWhileAnArchitectureIsMissing() throws IOException {
        TestBundle.of("org.example.seam", "1.0.0").source("org.example.seam.Seam", "public class Seam { static int machine; }")
                .header("Export-Package", "org.example.seam;version=1.0;ostd.tier=privileged").in(modules);

        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, bnd.identity;id=org.example.seam")).containsExactly(
                "a kernel needs exactly one ostd.arch, and has none; ask for one with ostd.arch;filter:='(arch=x86_64)' in -runrequires");
    }

    @Test
    void whatTheBlacklistLeavesOutAndARootFileSystemThatIsNotThereAreTold() throws IOException {
        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, bnd.identity;id=org.asterism.ostd.core", "-ostd-privileged: org.asterism.ostd.core",
                "-runblacklist: bnd.identity;id=org.example.entry;version='[1,2)'", "-ostd-initramfs: gone.cpio")).containsExactly(
                "kernel.bndrun:1: the kernel needs bundle org.example.entry, but -runblacklist leaves out org.example.entry 1.0.0; take it off that list, or do without",
                "kernel.bndrun: -ostd-initramfs names gone.cpio, which is not there; make it, or run with --initramfs");
    }

    @Test
    void whatFollowsFromAnEntryThatCannotBeReadIsNotTold() throws IOException {
        TestBundle.of("org.example.seam", "1.0.0").source("org.example.seam.Seam", "public class Seam { static int machine; }")
                .header("Export-Package", "org.example.seam;version=1.0;ostd.tier=privileged").in(modules);
        String entry = "-runrequires: bnd.identity;id=org.example.entry";
        String trusted = "-ostd-privileged: org.asterism.ostd.core";
        assertThat(reasons(entry + ", bnd.identity;id=org.example.seam, ostd.arch;filter='(arch=x86_64)'", trusted)).containsExactly(
                "kernel.bndrun:1: ostd.arch in -runrequires lacks its filter; write for example ostd.arch;filter:='(arch=x86_64)'");
        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry;version='[1', ostd.arch;filter:='(arch=x86_64)'", trusted,
                "-ostd-config: org.example.entry.Entry;colour=red")).containsExactly(
                "kernel.bndrun:1: org.example.entry has version range '[1', which is not one; write a range such as '[1.0,2)'",
                "kernel.bndrun:3: -ostd-config sets colour of org.example.entry.Entry, which has no such property");
        assertThat(reasons("-ostd-cmdline: quiet", trusted)).containsExactly("kernel.bndrun: -runrequires is missing or empty;"
                + " name the bundles of the kernel there, for example bnd.identity;id=org.asterism.service.fs;version='[1.0,2)'");
        assertThat(reasons("-runrequires: bnd.identity;id=org.asterism.ostd.core", trusted, "bnd.identity;id=org.example.entry",
                "-ostd-bind: org.example.entry.Entry/tabel;to=org.example.entry.Nobody")).containsExactly(
                "kernel.bndrun:3: bnd.identity;id is no key; end the line before with \", \\\" to go on with its list",
                "kernel.bndrun:4: -ostd-bind names org.example.entry.Entry/tabel, but no candidate has such a reference; nearest is org.example.entry.Entry/table",
                "kernel.bndrun:4: -ostd-bind chooses org.example.entry.Nobody for org.example.entry.Entry/tabel, but no candidate has such a component;"
                        + " nearest is org.example.entry.Entry");
    }

    @Test
    void aBundleThatIsGrantedSomethingIsToldWhatToWriteForAllOfIt() throws IOException {
        TestBundle.of("org.example.driver", "1.0.0").header("Require-Capability", "ostd.grant;filter:='(grant=irq)',ostd.grant;filter:='(grant=mmio)'")
                .in(modules);

        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, bnd.identity;id=org.example.driver, ostd.arch;filter:='(arch=x86_64)'",
                "-ostd-privileged: org.asterism.ostd.core", "-ostd-grant: org.example.driver;grant=mmio",
                "-runblacklist: bnd.identity;id=org.example.entri, bnd.identity;id=org.elsewhere")).containsExactly(
                "kernel.bndrun:3: org.example.driver 1.0.0 needs grant irq, but it is not granted; write -ostd-grant: org.example.driver;grant=\"mmio,irq\"",
                "kernel.bndrun:4: -runblacklist names bundle org.example.entri, which is none of the 4 candidates; nearest is org.example.entry");
    }

    @Test
    void grantsAreOneLineABundleWhateverElseIsWrongWithIt() throws IOException {
        for (String name : List.of("one", "two", "three", "four")) {
            TestBundle.of("org.example." + name, "1.0.0")
                    .header("Require-Capability", "ostd.grant;filter:='(grant=irq)',ostd.grant;filter:='(grant=port)'").in(modules);
        }
        String roots = "-runrequires: bnd.identity;id=org.example.entry, ostd.arch;filter:='(arch=x86_64)',"
                + " bnd.identity;id=org.example.one;version='[2,3)', bnd.identity;id=org.example.two, bnd.identity;id=org.example.three";
        assertThat(reasons(roots, "-ostd-privileged: org.asterism.ostd.core", "-ostd-grant: \\", "  org.example.one;grant=port, \\",
                "  org.example.two;grant=\"mmio,port,dma\", \\", "  org.example.three;grant=\"irq,dma,port\"")).containsExactly(
                "kernel.bndrun:1: the kernel needs bundle org.example.one version [2.0.0,3.0.0), but there is only version 1.0.0;"
                        + " change the range or add a bundle of that version",
                "kernel.bndrun:4: org.example.one 1.0.0 needs grant irq, but it is not granted; write -ostd-grant: org.example.one;grant=\"port,irq\"",
                "kernel.bndrun:5: org.example.two 1.0.0 needs grant irq, but it is not granted; write -ostd-grant: org.example.two;grant=\"port,irq\","
                        + " without mmio and dma, for which it does not ask",
                "kernel.bndrun:6: -ostd-grant gives org.example.three dma, but it asks for irq and port only; write"
                        + " -ostd-grant: org.example.three;grant=\"irq,port\", or have the bundle ask, by @RequiresGrant");
        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, ostd.arch;filter:='(arch=x86_64)', bnd.identity;id=org.example.four",
                "-ostd-privileged: org.asterism.ostd.core")).containsExactly("org.example.four 1.0.0 needs grants irq and port, but they are not granted;"
                        + " add -ostd-grant: org.example.four;grant=\"irq,port\"");
    }

    @Test
    void whatFollowsFromGrantsThatCannotBeReadIsNotTold() throws IOException {
        TestBundle.of("org.example.one", "1.0.0").header("Require-Capability", "ostd.grant;filter:='(grant=irq)'").in(modules);
        String[] wrong = {"-ostd-grant: org.example.one;grants=irq", "-ostd-grant: org.example.one;grant=usb", "-ostd-grant: ;grant=irq",
            "-ostd-grant: org.example.one;grant=irq\n-ostd-grant: org.example.entry;grant=irq", "-ostd-grnat: org.example.one;grant=irq", "-ostd-bundles: nowhere/*.jar\n-ostd-grant: org.example.one;grant=irq"};
        for (String grants : wrong) {
            assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, ostd.arch;filter:='(arch=x86_64)', bnd.identity;id=org.example.one",
                    "-ostd-privileged: org.asterism.ostd.core", grants)).as(grants).filteredOn(reason -> !reason.contains("org.example.entry irq"))
                    .singleElement().asString().startsWith("kernel.bndrun:3: ");
        }
    }

    @Test
    void twoArchitecturesAreOneLineAndWhatFollowsFromTheSecondIsNotTold() throws IOException {
        TestBundle.of("org.example.riscv", "1.0.0").header("Provide-Capability", "ostd.arch;arch=riscv64")
                .header("Require-Capability", "osgi.service;filter:='(objectClass=org.example.Absent)'").in(modules);

        assertThat(reasons("-runrequires: bnd.identity;id=org.example.entry, ostd.arch;filter:='(arch=x86_64)', ostd.arch;filter:='(arch=riscv64)'",
                "-ostd-privileged: org.asterism.ostd.core")).containsExactly("kernel.bndrun:1: -runrequires asks for the architectures x86_64 and riscv64, and a kernel has one;"
                        + " keep one, and --arch makes the same kernel for another");
    }

    @Test
    void twoVersionsThatAreBothNeededAreToldWithWhoNeedsThem() throws IOException {
        Bundle old = library("1.0.0");
        Bundle current = library("2.0.0");
        user("org.example.a", old);
        user("org.example.b", current);

        assertThat(reasons("-runrequires: bnd.identity;id=org.example.a, bnd.identity;id=org.example.b, bnd.identity;id=org.asterism.ostd.core",
                "-ostd-privileged: org.asterism.ostd.core"))
                .containsExactly("org.example.lib 2.0.0 and org.example.lib 1.0.0 are both needed: org.example.a 1.0.0 needs package org.example.lib"
                        + " version [1.0.0,2.0.0), org.example.b 1.0.0 needs package org.example.lib version [2.0.0,3.0.0);"
                        + " a kernel holds one version of a bundle, so change one of them, or pin one version in -runrequires");
    }

    private Bundle library(String version) {
        return TestBundle.of("org.example.lib", version).exports("org.example.lib", version)
                .source("org.example.lib.Lib", "public class Lib { }").in(modules);
    }

    private void user(String name, Bundle library) {
        TestBundle.of(name, "1.0.0").on(library).source(name + ".User", "public class User { org.example.lib.Lib lib; }").in(modules);
    }
}
