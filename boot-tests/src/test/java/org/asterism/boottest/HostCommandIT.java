package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.asterism.kernel.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./asterism host}: the kernel's own bundles under a framework, where bundles come, go and are refused while it works. */
class HostCommandIT {
    private static final String DISK = "org.asterism.register.disk";
    private static final String VIRTIO_DISK = "org.asterism.virtio.block";

    @TempDir
    private Path folder;

    private static Path classesOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static Launch host(List<String> options, String... commands) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("host", "--exec", String.join("\n", commands)));
        arguments.addAll(options);
        return Launch.of(Launch.PATIENCE, arguments);
    }

    @Test
    void theShellShowsTheKernel() throws Exception {
        Launch launch = host(List.of(), "lb -s", "scr:list", "devices", "disks", "mounts", "processes", "syscalls",
                "run 'getpid; open \"/nowhere\" 0; write 1 \"hello\\n\" 6; exit_group 3'");
        assertThat(launch.exit()).as(launch.error()).isEqualTo(3);
        assertThat(launch.error()).contains("on Felix in", "ostd-impl-host stands in for org.asterism.ostd.core, org.asterism.ostd.impl.x86");
        assertThat(launch.text()).containsPattern("Active +\\| +1\\|org\\.asterism\\.service\\.proc ")
                .doesNotContain("ostd.impl.x86").doesNotContain("Installed").doesNotContain("UNSATISFIED")
                .containsPattern("disk0 +asterism,register-disk +" + DISK)
                .containsPattern("0000:00:01.0 +pci 1af4:1042 +" + VIRTIO_DISK)
                .contains("rda 2048 sectors", "vda 2048 sectors")
                .contains("proc /proc proc")
                .containsPattern("1 +S +\\d+ init")
                .containsPattern("0 read +org\\.asterism\\.service\\.fs")
                .contains("\nhello\n", "open = -2 ENOENT");
    }

    @Test
    void bundlesThatBreakTheRulesAreRefusedWhileItRuns() throws Exception {
        Path rogue = bundle("org.example.rogue", "Import-Package", "org.asterism.ostd.unsafe");
        Path impostor = bundle("org.asterism.ostd.core", "Import-Package", "org.asterism.ostd.unsafe");
        Path fragment = bundle("org.example.fragment", "Fragment-Host", "org.asterism.ostd.core");
        Path greedy = bundle("org.example.greedy", "Require-Capability", "ostd.grant;filter:=\"(grant=mmio)\"");
        for (Path bundle : List.of(rogue, impostor, greedy)) {
            Launch launch = host(List.of(), "start " + bundle.toUri());
            assertThat(launch.exit()).as(launch.error()).isEqualTo(1);
            assertThat(launch.error()).contains(bundle == greedy ? "needs grant mmio, but it is not granted; add -ostd-grant: org.example.greedy;grant=mmio"
                    : "1.7.0 needs package org.asterism.ostd.unsafe, but it is a privileged package of org.asterism.ostd.core 1.0.0; use the safe API");
        }
        Launch launch = host(List.of(), "install " + fragment.toUri(), "refresh (id org.example.fragment)", "lb -s org.example.fragment");
        assertThat(launch.exit()).isEqualTo(1);
        assertThat(launch.text() + launch.error()).contains("is a fragment").containsPattern("Installed.*org\\.example\\.fragment");
    }

    @ParameterizedTest
    @CsvSource({"register-disk, " + DISK + ", rda, 24, [1-9]\\d*", "virtio-block, " + VIRTIO_DISK + ", vda, 8, \\d+"})
    void aDriverIsReplacedUnderLoadAndNothingIsLost(String module, String bundle, String disk, int swaps, String left) throws Exception {
        Path original = Checkout.root().resolve("drivers/" + module + "/target/" + module + "-1.0.0.jar");
        Path[] versions = {withVersion(original, "1.0.1"), withVersion(original, "1.0.2")};
        Path load = new ThirdPartyBundle(folder, "org.example.load")
                .header("Import-Package", "org.asterism.kernel,org.asterism.kernel.block,org.asterism.ostd.sync,org.asterism.ostd.task")
                .header("Service-Component", "OSGI-INF/load.xml")
                .resource("OSGI-INF/load.xml", resource("Load.xml"))
                .source("org.example.load.Load", resource("Load.java"))
                .build(List.of(classesOf(WallClock.class)));
        StringBuilder commands = new StringBuilder("start " + load.toUri() + "\nload:begin " + disk + "\nload:progress\n");
        for (int i = 0; i < swaps; i++) {
            Path next = versions[i % 2];
            String version = i % 2 == 0 ? "1.0.1" : "1.0.2";
            if (i % 4 < 2) {
                commands.append("update (id ").append(bundle).append(") ").append(next.toUri()).append('\n');
            } else {
                // side by side: the new one waits until the old one lets go
                commands.append("old = (id ").append(bundle).append(")\nstart ").append(next.toUri()).append("\nstop $old\nuninstall $old\n");
            }
            commands.append("devices\nload:progress\n");
        }
        commands.append("load:end\nkernellog\nlb -s ").append(bundle).append('\n');
        Launch launch = host(List.of(), commands.toString().split("\n"));
        assertThat(launch.exit()).as(launch.error() + launch.text()).isZero();
        assertThat(launch.text()).containsPattern("transfers, all as written")
                .doesNotContain("no driver");
        assertThat(launch.text().lines().filter(line -> line.contains("was let go by " + bundle))).hasSize(swaps);
        // a virtio disk may be through with all it had by the time its driver rests; VirtioBlockTest leaves requests for certain
        assertThat(launch.text()).containsPattern("was let go by " + bundle + ", with " + left + " requests in flight");
    }

    @Test
    void theFileOfADriverStaysInItsPlaceWhileTheDriverIsReplaced() throws Exception {
        Path original = Checkout.root().resolve("examples/edu-driver/target/edu-driver-1.0.0.jar");
        String factorial = "run 'open \"/dev/edu\" 2; write $1 \"%d\" 1; read $1 @ 16; write 1 @ $3'";
        Launch launch = host(List.of(Checkout.root().resolve("examples/edu-driver/edu.bndrun").toString(), "--device", "edu"),
                "run 'open \"/tmp/kept\" 66 420; write $1 \"kept\" 4'", factorial.formatted(5),
                "update (id org.example.edu) " + withVersion(original, "1.0.1").toUri(), factorial.formatted(6),
                "old = (id org.example.edu)", "stop $old", factorial.formatted(7), "start " + withVersion(original, "1.0.2").toUri(),
                "uninstall $old", factorial.formatted(8), "run 'open \"/tmp/kept\" 0; read $1 @ 9; write 1 @ $2'", "lb -s org.example.edu");
        assertThat(launch.exit()).as(launch.error() + launch.text()).isZero();
        assertThat(launch.text()).containsPattern("(?s)120\n.*720\n.*open = -6 ENXIO.*40320\n.*kept.*1\\.0\\.2").doesNotContain("5040");

        assertThat(host(List.of("--device", "nowhere#org.example.Model"), "lb").error())
                .contains("asterism: --device nowhere#org.example.Model: there is no nowhere; build it first");
    }

    @Test
    void componentsGetWhatTheDescriptorSays() throws Exception {
        Path greeter = greeter("1.0.0", "return \"\" + word.get() + ' ' + size + ' ' + names;");
        Path motd = Files.createDirectories(folder.resolve("root/etc")).resolve("motd");
        Files.writeString(motd, "from the archive");
        Path descriptor = Files.writeString(folder.resolve("greeter.bndrun"), """
                -include: %s
                -runrequires.greeter: bnd.identity;id=org.example.greeter
                -ostd-bundles: %s
                -ostd-bind: org.example.greeter.Greeter/word;to=org.example.greeter.Goodbye
                -ostd-config: org.example.greeter.Greeter;size=3;names="a,b"
                -ostd-initramfs: root
                """.formatted(Checkout.root().resolve("host.bndrun"), greeter.getFileName()));
        Launch launch = host(List.of(descriptor.toString()), "greeter:greet", "run 'open \"/etc/motd\" 0; read $1 @ 4096; write 1 @ $2'");
        assertThat(launch.exit()).as(launch.error()).isZero();
        assertThat(launch.text()).contains("goodbye 3 [a, b]", "from the archive");

        Files.writeString(descriptor, Files.readString(descriptor).replace("size=3", "size=many").replace("/word", "/wort"));
        assertThat(host(List.of(descriptor.toString()), "lb").error()).contains("size 'many', which is no int", "names org.example.greeter.Greeter/wort");
    }

    @Test
    void hostileBundlesAreRefusedByTheSameLineBeforeAnyOfTheirCodeRuns() throws Exception {
        String line = "org.example.greeter 2.0.0: org.example.greeter.Greeter.greet(): uses java.lang.Class.forName, which profile 'kernel' withholds";
        Path good = greeter("1.0.0", "return \"good\";");
        Path hostile = greeter("2.0.0", "try { return Class.forName(\"java.lang.Runtime\"); } catch (ClassNotFoundException e) { return null; }");
        String update = "try { update (id org.example.greeter) %s } { echo $exception }";
        Launch atRunTime = host(List.of(), "start " + good.toUri(), "greeter:greet", update.formatted(hostile.toUri()), "greeter:greet",
                update.formatted(folder.resolve("greeter.jar").toUri()), "lb -s org.example.greeter");
        assertThat(atRunTime.exit()).as(atRunTime.text()).isEqualTo(1);
        assertThat(atRunTime.error()).contains(line);
        assertThat(atRunTime.text()).containsPattern("(?s)good\n.*" + hostile.getFileName() + " is refused; org\\.example\\.greeter 1\\.0\\.0 is kept.*good\n")
                .contains("greeter.jar cannot be read").containsPattern("Active.*org\\.example\\.greeter.*1\\.0\\.0");

        Path descriptor = Files.writeString(folder.resolve("hostile.bndrun"), "-include: " + Checkout.root().resolve("host.bndrun")
                + "\n-runrequires.greeter: bnd.identity;id=org.example.greeter;version='[2,3)'\n-ostd-bundles: *.jar\n");
        Launch atStart = host(List.of(descriptor.toString()), "lb");
        assertThat(atStart.exit()).isEqualTo(1);
        assertThat(atStart.error()).contains(line);
    }

    @Test
    void whatTheKernelStandsOnStaysAndWhatUsesAReplacedPackageIsWiredAnew() throws Exception {
        Path clock = withVersion(Checkout.root().resolve("drivers/rtc-cmos/target/rtc-cmos-1.0.0.jar"), "1.0.1");
        Path virtio = withVersion(Checkout.root().resolve("drivers/virtio/target/virtio-1.0.0.jar"), "1.0.1");
        Path broken = greeter("3.0.0", "return null; } { Integer.parseInt(\"three\");");
        Launch launch = host(List.of(), "try { update (id org.asterism.rtc.cmos) " + clock.toUri() + " } { echo $exception }",
                "try { stop (id org.asterism.service.fs) } { echo $exception }",
                "update (id org.asterism.virtio) " + virtio.toUri(), "devices", "run 'open \"/dev/vda\" 2; write $1 \"text\" 4'", "kernellog",
                "start " + broken.toUri(), "lb -s org");
        assertThat(launch.exit()).as(launch.error() + launch.text()).isEqualTo(1);
        assertThat(launch.text())
                .contains("org.asterism.rtc.cmos cannot be replaced while the kernel runs, because org.asterism.service.proc.time.SystemClock needs"
                        + " org.asterism.kernel.time.WallClock, and its files and processes would be lost")
                .contains("org.asterism.service.fs cannot be stopped while the kernel runs")
                .containsPattern("Active.*org\\.asterism\\.rtc\\.cmos.*1\\.0\\.0").containsPattern("Active.*org\\.asterism\\.virtio .*1\\.0\\.1")
                .containsPattern("was let go by " + VIRTIO_DISK).containsPattern("0000:00:01.0 +pci 1af4:1042 +" + VIRTIO_DISK).contains("write = 4");
        assertThat(launch.error()).contains("org.example.greeter 3.0.0: component org.example.greeter.Greeter could not be made:"
                + " java.lang.NumberFormatException: For input string: \"three\", at org.example.greeter.Greeter.<init>(Greeter.java")
                .doesNotContain("org.apache.felix.scr");
    }

    /** A bundle with a Gogo command that needs a word, of which there are two, and properties. */
    private Path greeter(String version, String body) throws IOException {
        String name = "org.example.greeter";
        ThirdPartyBundle bundle = new ThirdPartyBundle(folder, name).header("Bundle-Version", version)
                .header("Service-Component", "OSGI-INF/greeter.xml, OSGI-INF/hello.xml, OSGI-INF/goodbye.xml")
                .resource("OSGI-INF/greeter.xml", """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="org.example.greeter.Greeter" init="2" immediate="true">
                        <property name="service.ranking" type="Integer" value="0"/>
                        <property name="osgi.command.scope" value="greeter"/><property name="osgi.command.function" value="greet"/>
                        <service><provide interface="org.example.greeter.Greeter"/></service>
                        <reference name="word" interface="java.util.function.Supplier" parameter="1"/>
                        <implementation class="org.example.greeter.Greeter"/></scr:component>""")
                .source(name + ".Greeter", """
                        package org.example.greeter;
                        public final class Greeter {
                            public @interface Config { int size() default 1; String[] names() default {}; }
                            private final int size;
                            private final java.util.List<String> names;
                            private final java.util.function.Supplier<?> word;
                            public Greeter(Config config, java.util.function.Supplier<?> word) {
                                this.size = config.size();
                                this.names = java.util.List.of(config.names());
                                this.word = word;
                            }
                            public Object greet() { %s }
                        }""".formatted(body));
        for (String word : List.of("Hello", "Goodbye")) {
            bundle.resource("OSGI-INF/" + word.toLowerCase(Locale.ROOT) + ".xml", "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\""
                    + name + '.' + word + "\"><service><provide interface=\"java.util.function.Supplier\"/></service><implementation class=\""
                    + name + '.' + word + "\"/></scr:component>")
                    .source(name + '.' + word, "package org.example.greeter; public final class " + word + " implements java.util.function.Supplier<String> {"
                            + " public String get() { return \"" + word.toLowerCase(Locale.ROOT) + "\"; } }");
        }
        return Files.move(bundle.build(List.of()), folder.resolve("greeter-" + version + ".jar"));
    }

    /** A bundle that asks for something; it has another version than its namesake. */
    private Path bundle(String name, String header, String value) throws IOException {
        return new ThirdPartyBundle(folder, name).header("Bundle-Version", "1.7.0").header(header, value)
                .source("org.example.Empty", "package org.example; final class Empty { }").build(List.of());
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Checkout.root().resolve("boot-tests/src/test/resources/bundles/load").resolve(name));
    }

    /** The same bundle with another version in its manifest. */
    private Path withVersion(Path jar, String version) throws IOException {
        Path changed = folder.resolve(jar.getFileName() + "-" + version + ".jar");
        try (JarFile original = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(original.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (OutputStream file = Files.newOutputStream(changed); JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : original.stream().filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME)).toList()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(original.getInputStream(entry).readAllBytes());
                }
            }
        }
        return changed;
    }
}
