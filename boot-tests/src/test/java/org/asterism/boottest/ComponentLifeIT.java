package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.asterism.kernel.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components of a linked kernel get their configuration, begin after what they use and end before it. */
class ComponentLifeIT {
    private static final String SCR = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"org.example.tidy.%s\" %s</scr:component>";

    @TempDir
    private Path folder;

    @Test
    void configurationActivationAndDeactivationWorkInALinkedKernel() throws Exception {
        Path kernel = folder.resolve("kernel.elf");
        Launch assembly = Launch.of(Launch.PATIENCE, List.of("assemble", descriptor().toString(), "-o", kernel.toString(), "--bundles", folder.toString()));
        assertThat(assembly.exit()).as(assembly.error()).isZero();

        Launch boot = Launch.of(Launch.PATIENCE, List.of("run", "--kernel", kernel.toString(), "--memory", "128M", "--init", "/bin/true"));

        assertThat(boot.text()).as(boot.error()).containsSubsequence("tidy has size 12, names [a, b], pace FAST", "tidy opens",
                "tidy ends at size 12 and drawer is open", "failure in the ending of org.example.tidy.Tidy: java.lang.IllegalStateException: as asked", "drawer ends")
                .as("a component of the same kernel that needs profile full").contains("report: 00042 ff 3.142 [a-b-c] host/user 2.34 PT1H2M3S");
    }

    @Test
    void whatAnImageIsMadeOfIsToldByTheFileAlone() throws Exception {
        Path kernel = Files.createDirectories(folder.resolve("elsewhere")).resolve("kernel.elf");
        Launch assembly = Launch.of(Launch.PATIENCE, List.of("assemble", "-o", kernel.toString()));
        assertThat(assembly.exit()).as(assembly.error()).isZero();
        Path copy = Files.move(kernel, folder.resolve("copy.elf"));

        assertThat(Launch.of(Launch.PATIENCE, List.of("licences", copy.toString())).text()).contains("org.asterism.service.fs 1.0.0: Apache-2.0\n",
                "GPL-2.0-only WITH Classpath-exception-2.0\n    source: ", "busybox").containsPattern("source: Debian source package openjdk-17 17\\.\\S+\n");
        assertThat(Launch.of(Launch.PATIENCE, List.of("size", copy.toString())).text()).containsPattern("java\\.base +17\\S+ +[\\d,]+ +\\d+\\.\\d% +[\\d,]+\n");
        assertThat(Launch.of(Launch.PATIENCE, List.of("syscalls", copy.toString())).text()).containsPattern(" 257 openat +full +org\\.asterism\\.service\\.fs\\.\\S+\n");
        Path lock = folder.resolve("resolved.lock");
        assertThat(Launch.of(Launch.PATIENCE, List.of("resolve", "-o", lock.toString())).exit()).isZero();
        Launch difference = Launch.of(Launch.PATIENCE, List.of("diff", lock.toString(), copy.toString()));
        assertThat(difference.text() + difference.error()).as("what resolve locks is what assemble locks").isEmpty();
    }

    private Path descriptor() throws IOException {
        ProfileIT.buildReport(folder);
        new ThirdPartyBundle(folder, "org.example.tidy")
                .header("Import-Package", "org.asterism.kernel.syscall,org.asterism.ostd.log")
                .header("Service-Component", "OSGI-INF/tidy.xml,OSGI-INF/drawer.xml")
                .resource("OSGI-INF/tidy.xml", SCR.formatted("Tidy", "activate=\"open\" deactivate=\"close\" init=\"2\">"
                        + "<property name=\"size\" type=\"Integer\" value=\"1\"/><property name=\"pace\" value=\"SLOW\"/>"
                        + "<service><provide interface=\"org.asterism.kernel.syscall.SyscallProvider\"/></service>"
                        + "<reference name=\"drawer\" interface=\"org.example.tidy.Tidy$Drawer\" parameter=\"0\"/>"
                        + "<implementation class=\"org.example.tidy.Tidy\"/>"))
                .resource("OSGI-INF/drawer.xml", SCR.formatted("Drawer", "deactivate=\"shut\">"
                        + "<service><provide interface=\"org.example.tidy.Tidy$Drawer\"/></service>"
                        + "<implementation class=\"org.example.tidy.Tidy$Drawer\"/>"))
                .source("org.example.tidy.Tidy", Files.readString(Checkout.bootTests().resolve("src/test/resources/bundles/Tidy.java")))
                .build(List.of(Path.of(WallClock.class.getProtectionDomain().getCodeSource().getLocation().getPath())));
        return Files.writeString(folder.resolve("tidy.bndrun"), Files.readString(Checkout.root().resolve("kernel.bndrun"))
                .replace("-runrequires: \\\n", "-runrequires: \\\n\tbnd.identity;id=org.example.tidy, bnd.identity;id=org.example.report, \\\n")
                .replace("-ostd-profile: kernel", "-ostd-profile: full")
                + "\n-ostd-config: org.example.tidy.Tidy;size=12;names=\"a,b\";pace=FAST\n");
    }
}
