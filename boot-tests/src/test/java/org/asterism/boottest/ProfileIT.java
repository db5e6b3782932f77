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

/** A bundle that formats, streams, matches and computes is refused with profile kernel. {@link ComponentLifeIT} links it with profile full, and runs it. */
class ProfileIT {
    @TempDir
    private Path folder;

    /** The bundle, whose component reports to the log when it is made. */
    static void buildReport(Path folder) throws IOException {
        new ThirdPartyBundle(folder, "org.example.report")
                .header("Import-Package", "org.asterism.kernel.syscall,org.asterism.ostd.log")
                .header("Service-Component", "OSGI-INF/report.xml")
                .resource("OSGI-INF/report.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"org.example.report.Report\">"
                        + "<service><provide interface=\"org.asterism.kernel.syscall.SyscallProvider\"/></service>"
                        + "<implementation class=\"org.example.report.Report\"/></scr:component>")
                .source("org.example.report.Report", Files.readString(Checkout.bootTests().resolve("src/test/resources/bundles/Report.java")))
                .build(List.of(Path.of(WallClock.class.getProtectionDomain().getCodeSource().getLocation().getPath())));
    }

    @Test
    void profileKernelRefusesEachUseWithItsPathAndTheRemedy() throws Exception {
        buildReport(folder);
        Path descriptor = Files.writeString(folder.resolve("report.bndrun"), Files.readString(Checkout.root().resolve("kernel.bndrun"))
                .replace("-runrequires: \\\n", "-runrequires: \\\n\tbnd.identity;id=org.example.report, \\\n"));

        Launch launch = Launch.of(Launch.PATIENCE, List.of("assemble", "--quiet", descriptor.toString(), "--bundles", folder.toString(), "-o",
                folder.resolve("kernel.elf").toString()));

        assertThat(launch.exit()).isEqualTo(1);
        for (String use : List.of("formatted(): uses java.lang.String.format", "streamed(): names java.util.stream.Stream", "streamed(): names java.util.stream.Collectors",
                "matched(): names java.util.regex.Pattern", "matched(): names java.util.regex.Matcher", "computed(): names java.math.BigDecimal",
                "computed(): names java.time.Duration")) {
            String method = use.substring(0, use.indexOf('('));
            assertThat(launch.error().lines().filter(line -> line.contains("org.example.report 1.0.0: org.example.report.Report." + use)))
                    .as(use + " in:\n" + launch.error()).isNotEmpty().allMatch(line -> line.contains("; choose -ostd-profile: full, which has it [reached by ")
                            && line.endsWith("org.example.report.Report." + method + "]"));
        }
        assertThat(folder.resolve("kernel.elf")).doesNotExist();
    }
}
