package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.asterism.kernel.time.WallClock;
import org.asterism.ostd.unsafe.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./asterism assemble} and {@code inspect} as a kernel's assembler meets them: what is refused, how, and what is told. */
class AssembleCommandIT {
    @TempDir
    private Path folder;

    private static Path classesOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private Path descriptor(String more) throws IOException {
        String text = Files.readString(Checkout.root().resolve("kernel.bndrun"));
        return Files.writeString(folder.resolve("test.bndrun"), text.replace("-runrequires: \\\n", "-runrequires: \\\n\t" + more + ", \\\n"));
    }

    private static String identity(String name, String range) {
        return "bnd.identity;id=" + name + ";version='" + range + "'";
    }

    /** Assembles, expects a refusal that says all of the words in one line, and that nothing is written. */
    private void assertRefused(Path descriptor, String... words) throws IOException, InterruptedException {
        Path output = folder.resolve("out/kernel.elf");
        Files.createDirectories(output.getParent());
        Launch launch = Launch.of(Launch.PATIENCE,
                List.of("assemble", descriptor.toString(), "-o", output.toString(), "--bundles", folder.toString(), "--quiet"));
        assertThat(launch.exit()).as(launch.error()).isEqualTo(1);
        assertThat(launch.error().lines().filter(line -> Stream.of(words).allMatch(line::contains)))
                .as("lines with " + String.join(", ", words) + " in:\n" + launch.error()).hasSize(1);
        assertThat(launch.error()).doesNotContain("\tat ");
        try (Stream<Path> written = Files.list(output.getParent())) {
            assertThat(written).isEmpty();
        }
    }

    @Test
    void aBundleThatDoesNotExistIsRefused() throws Exception {
        assertRefused(descriptor(identity("org.example.absent", "[1.0,2)")), "org.example.absent");
    }

    @Test
    void aVersionRangeThatNothingSatisfiesIsRefused() throws Exception {
        String text = Files.readString(Checkout.root().resolve("kernel.bndrun"));
        String wanted = "id=org.asterism.service.fs;version='[1.0,2)'";
        assertThat(text).contains(wanted);
        Path descriptor = Files.writeString(folder.resolve("test.bndrun"), text.replace(wanted, wanted.replace("[1.0,2)", "[9.0,10)")));
        assertRefused(descriptor, "org.asterism.service.fs", "[9.0.0,10.0.0)");
    }

    @Test
    void aBundleThatReachesAPrivilegedPackageIsRefused() throws Exception {
        new ThirdPartyBundle(folder, "org.example.peek")
                .header("Import-Package", "org.asterism.ostd.unsafe")
                .source("org.example.peek.Peek", "package org.example.peek; public final class Peek {"
                        + " public static int at(long a) { return org.asterism.ostd.unsafe.Address.loadInt(a); } }")
                .build(List.of(classesOf(Address.class)));
        assertRefused(descriptor(identity("org.example.peek", "[1.0,2)")), "org.example.peek", "org.asterism.ostd.unsafe");
    }

    @Test
    void aBundleThatHidesItsReachBehindItsManifestIsRefused() throws Exception {
        new ThirdPartyBundle(folder, "org.example.liar")
                .source("org.example.liar.Liar", "package org.example.liar; public final class Liar {"
                        + " public static int at(long a) { return org.asterism.ostd.unsafe.Address.loadInt(a); } }")
                .build(List.of(classesOf(Address.class)));
        assertRefused(descriptor(identity("org.example.liar", "[1.0,2)")), "org.example.liar", "org.asterism.ostd.unsafe");
    }

    @Test
    void writingAPrivateFieldThroughADoctoredClassIsRefused() throws Exception {
        assertThiefIsRefused("public int secret;", "private int secret; public int look() { return secret; }");
    }

    @Test
    void writingAFinalFieldThroughADoctoredClassIsRefused() throws Exception {
        assertThiefIsRefused("public int secret;", "public final int secret; public Vault() { secret = hashCode(); }");
    }

    private void assertThiefIsRefused(String doctored, String real) throws IOException, InterruptedException {
        Path doctoredClasses = new ThirdPartyBundle(folder, "doctored")
                .source("org.example.vault.Vault", "package org.example.vault; public class Vault { " + doctored + " }").compile(List.of());
        new ThirdPartyBundle(folder, "org.example.vault").header("Export-Package", "org.example.vault;version=1.0")
                .source("org.example.vault.Vault", "package org.example.vault; public class Vault { " + real + " }").build(List.of());
        new ThirdPartyBundle(folder, "org.example.thief").header("Import-Package", "org.example.vault;version='[1.0,2)'")
                .source("org.example.thief.Thief", "package org.example.thief; import org.example.vault.Vault;"
                        + " public final class Thief { public static void steal(Vault vault) { vault.secret = 42; } }")
                .build(List.of(doctoredClasses));
        assertRefused(descriptor(identity("org.example.thief", "[1.0,2)")), "org.example.thief", "secret");
    }

    @Test
    void twoProvidersOfOneServiceAreRefused() throws Exception {
        new ThirdPartyBundle(folder, "org.example.clock")
                .header("Import-Package", "org.asterism.kernel.time")
                .header("Service-Component", "OSGI-INF/org.example.clock.xml")
                .resource("OSGI-INF/org.example.clock.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"org.example.clock.Stopped\">"
                        + "<implementation class=\"org.example.clock.Stopped\"/>"
                        + "<service><provide interface=\"org.asterism.kernel.time.WallClock\"/></service></scr:component>")
                .source("org.example.clock.Stopped", "package org.example.clock; public final class Stopped"
                        + " implements org.asterism.kernel.time.WallClock { public Stopped() { } @Override public long readSeconds() { return 0; } }")
                .build(List.of(classesOf(WallClock.class)));
        assertRefused(descriptor(identity("org.example.clock", "[1.0,2)")), "WallClock", "org.example.clock");
    }

    @Test
    void aSchedulerThatAllocatesIsRefusedWithThePath() throws Exception {
        assertPolicyIsRefused("scheduler", "implements org.asterism.ostd.task.Scheduler",
                "public Policy() { org.asterism.ostd.task.Scheduler.install(this); }"
                        + " private final java.util.ArrayDeque<org.asterism.ostd.task.Task> queue = new java.util.ArrayDeque<>();"
                        + " @Override public void enqueue(org.asterism.ostd.task.Task task, Reason reason) { queue.add(task); }"
                        + " @Override public org.asterism.ostd.task.Task next() { return queue.poll(); }"
                        + " @Override public boolean preempts(org.asterism.ostd.task.Task a, org.asterism.ostd.task.Task b) { return false; }"
                        + " @Override public boolean tick(org.asterism.ostd.task.Task task, long nanos) { return true; }",
                "Policy.enqueue", "@InterruptSafe", "allocates: new java.lang.Object[]", "reached by",
                "java.util.ArrayDeque.addLast", "java.util.ArrayDeque.grow", "leave the work to a task", "bundle org.example.scheduler");
    }

    @Test
    void aTimerCallbackThatAllocatesIsRefusedEvenBehindASlowPath() throws Exception {
        assertPolicyIsRefused("timer", "implements org.asterism.ostd.time.TimerCallback",
                "public Policy() { new org.asterism.ostd.time.Timer(this).arm(1); }"
                        + " public String text = \"\"; @Override public void expired(long now) { note(now); }"
                        + " @org.asterism.ostd.effect.SlowPath(\"rare\") private void note(long now) { text = \"at \" + now; }",
                "Policy.expired", "@NoAllocation", "concatenation", "Policy.note", "make what is needed beforehand", "bundle org.example.timer");
    }

    @Test
    void aDeepChainOfLargeFramesIsRefusedFrameByFrame() throws Exception {
        StringBuilder members = new StringBuilder("public Policy() { m0(new long[64]); } ");
        for (int i = 0; i < 80; i++) {
            members.append("static long m").append(i).append("(long[] a) { ");
            for (int local = 0; local < 40; local++) {
                members.append("long v").append(local).append(" = a[").append(local).append("]; ");
            }
            members.append("long r = ").append(i == 79 ? "a.length" : "m" + (i + 1) + "(a)").append("; ");
            for (int local = 0; local < 40; local++) {
                members.append("r = r * 31 + v").append(local).append("; ");
            }
            members.append("return r; } ");
        }
        assertPolicyIsRefused("deep", "implements java.io.Serializable", members.toString(), "bundle org.example.deep", "X86Boot.startTask",
                "bytes of the stack of", "Policy.m2", "Policy.m20", "frames in all", "shorten the path");
    }

    private void assertPolicyIsRefused(String name, String contract, String members, String... words) throws Exception {
        String bundle = "org.example." + name;
        new ThirdPartyBundle(folder, bundle)
                .header("Import-Package", "org.asterism.kernel.syscall, org.asterism.ostd.task, org.asterism.ostd.time, org.asterism.ostd.effect")
                .header("Service-Component", "OSGI-INF/policy.xml")
                .resource("OSGI-INF/policy.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + bundle + ".Policy\">"
                        + "<implementation class=\"" + bundle + ".Policy\"/>"
                        + "<service><provide interface=\"org.asterism.kernel.syscall.SyscallProvider\"/></service></scr:component>")
                .source(bundle + ".Policy", "package " + bundle + "; public final class Policy " + contract
                        + ", org.asterism.kernel.syscall.SyscallProvider { " + members + " }")
                .build(List.of(classesOf(WallClock.class)));
        assertRefused(descriptor(identity(bundle, "[1.0,2)")), words);
    }

    @Test
    void theSameDescriptorMakesTheSameBytes() throws Exception {
        byte[] first = assemble(folder.resolve("first.elf"));
        byte[] second = assemble(folder.resolve("second.elf"));
        assertThat(second).isEqualTo(first);
        assertThat(first).startsWith("\u007fELF".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(folder.resolve("kernel.lock")).isNotEmptyFile();
    }

    private static byte[] assemble(Path output) throws IOException, InterruptedException {
        Launch launch = Launch.of(Launch.PATIENCE, List.of("assemble", "kernel.bndrun", "-o", output.toString()));
        assertThat(launch.exit()).as(launch.error()).isZero();
        return Files.readAllBytes(output);
    }

    @Test
    void inspectTellsBundlesSharesAndSystemCalls() throws Exception {
        Launch launch = Launch.of(Launch.PATIENCE, List.of("inspect"));
        assertThat(launch.exit()).as(launch.error()).isZero();
        assertThat(launch.text()).contains("org.asterism.service.fs", "org.asterism.service.mm", "org.asterism.service.proc",
                "org.asterism.ostd.core", "org.asterism.ostd.impl.x86", "openat", "privileged", "statements about effects are proved",
                "ProcOpenFile.makeText: the text of a file of /proc", "stacks, and what they hold at most", "because org.asterism.ostd.core needs package");

        Path image = folder.resolve("inspected.elf");
        Launch made = Launch.of(Launch.PATIENCE, List.of("assemble", "-q", "-o", image.toString()));
        assertThat(made.exit()).as(made.error()).isZero();
        Launch inspected = Launch.of(Launch.PATIENCE, List.of("inspect", image.toString()));
        assertThat(inspected.text().lines().skip(1)).as(inspected.error())
                .isEqualTo(launch.text().lines().skip(1).filter(line -> !line.startsWith("    because ")).toList());
    }
}
