package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.asterism.kernel.time.WallClock;
import org.asterism.ostd.unsafe.Address;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles whose system calls fail: only their callers end, locks are free, and the log says exactly what happened where. */
class FailuresIT {
    private static final Path SOURCES = Checkout.bootTests().resolve("src/test/resources/bundles");
    /** What a shell shows for SIGSEGV. */
    private static final int SEGMENTATION_FAULT = 139;
    private static final int TWIST = 181;
    private static final int MEDDLE = 182;
    private static final int FAIL = 183;
    private static final int LOCK = 184;
    private static final int HOSTILE = 185;
    private static final int CRASH = 236;

    /** Begins a sibling that waits, whatever happens, until it is told to go on; what it wrote then is in a file. */
    private static final String SIBLING = "mkfifo /tmp/go; (read go </tmp/go; echo sibling lives >/tmp/sibling) & ";
    /** Tells it, and waits for its end. */
    private static final String SIBLING_GOES_ON = "; echo go >/tmp/go; wait; cat /tmp/sibling";

    /** Prints the kernel's log after a mark. */
    private static final String LOG = "echo ==; dmesg";

    @TempDir
    private static Path folder;
    private static GuestTree tree;
    private static Path kernel;

    /** One kernel for all: the default one with the five bundles. */
    @BeforeAll
    static void assemble() throws IOException, InterruptedException {
        tree = GuestTree.with("failures", List.of("stress/failures"));
        build("Failing");
        build("Twisted");
        build("Meddling");
        build("Pretending");
        Path crashing = build("Crashing");
        kernel = assemble("failures", text -> text
                .replace("-runrequires: \\\n", "-runrequires: \\\n\tbnd.identity;id=org.example.failing, bnd.identity;id=org.example.twisted, bnd.identity;id=org.example.meddling, bnd.identity;id=org.example.pretending, bnd.identity;id=org.example.crashing, \\\n")
                .replace("-ostd-privileged: ", "-ostd-privileged: org.example.crashing;sha256=" + hash(crashing) + ", "));
    }

    /** Assembles the default kernel after a change of its descriptor. */
    private static Path assemble(String name, UnaryOperator<String> change) throws IOException, InterruptedException {
        Path descriptor = folder.resolve(name + ".bndrun");
        Files.writeString(descriptor, change.apply(Files.readString(Checkout.root().resolve("kernel.bndrun"))));
        Path elf = folder.resolve(name + ".elf");
        Launch launch = Launch.of(Launch.PATIENCE, List.of("assemble", descriptor.toString(), "-o", elf.toString(), "--bundles", folder.toString()));
        assertThat(launch.exit()).as(launch.error()).isZero();
        return elf;
    }

    private static String hash(Path jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static Path build(String name) throws IOException {
        String packageName = "org.example." + name.toLowerCase(java.util.Locale.ROOT);
        List<Path> classPath = new ArrayList<>();
        for (Class<?> type : List.of(WallClock.class, Address.class)) {
            classPath.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()));
        }
        return new ThirdPartyBundle(folder, packageName)
                .header("Import-Package", "org.asterism.kernel,org.asterism.kernel.abi,org.asterism.kernel.memory,org.asterism.kernel.process,"
                        + "org.asterism.kernel.syscall,org.asterism.kernel.vfs,org.asterism.ostd.mm,org.asterism.ostd.power,org.asterism.ostd.sync,"
                        + "org.asterism.ostd.task,org.asterism.ostd.time,org.asterism.ostd.user"
                        + (name.equals("Crashing") ? ",org.asterism.ostd.unsafe" : ""))
                .header("Service-Component", "OSGI-INF/component.xml")
                .resource("OSGI-INF/component.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + packageName + "." + name + "\">"
                        + "<implementation class=\"" + packageName + "." + name + "\"/>"
                        + "<service>" + services(name).stream().map(service -> "<provide interface=\"org.asterism.kernel." + service + "\"/>").collect(Collectors.joining())
                        + "</service></scr:component>")
                .source(packageName + "." + name, Files.readString(SOURCES.resolve(name + ".java")))
                .build(classPath);
    }

    private static List<String> services(String name) {
        return switch (name) {
            case "Twisted" -> List.of("syscall.SyscallProvider", "vfs.ProcEntry");
            case "Pretending" -> List.of("vfs.FileSystemType", "vfs.CharacterDevice");
            default -> List.of("syscall.SyscallProvider");
        };
    }

    private static Launch exec(String command) throws IOException, InterruptedException {
        return exec(kernel, command);
    }

    private static Launch exec(Path image, String command) throws IOException, InterruptedException {
        return Launch.of(Launch.PATIENCE, List.of("run", "--kernel", image.toString(), "--memory", "128M", "--timeout", "300",
                "--initramfs", tree.folder().toString(), "--exec", command));
    }

    private static String call(int number, long first, long second) {
        return " " + number + ":" + first + ":" + second + ":0";
    }

    /** The frame of a marked line of a bundle's source, as reports show it. */
    private static String frame(String name, String method, String mark) throws IOException {
        String file = name.replaceFirst("\\$.*", "") + ".java";
        List<String> lines = Files.readAllLines(SOURCES.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// line: " + mark)) {
                String packageName = "org.example." + file.substring(0, file.indexOf('.')).toLowerCase(java.util.Locale.ROOT);
                return "at " + packageName + "." + name + "." + method + "(" + file + ":" + (i + 1) + ") [" + packageName + "]";
            }
        }
        throw new AssertionError(file + " has no line marked " + mark);
    }

    @Test
    void aFailingSystemCallEndsItsCallerAndTellsTheLine() throws Exception {
        Launch launch = exec("cat /proc/asterism/taint /proc/sys/kernel/tainted; " + SIBLING + "/tests/bin/stress/failures" + call(FAIL, 0, 0) + call(FAIL, 1, 0)
                + call(FAIL, 2, 0) + call(FAIL, 3, 77) + call(FAIL, 4, 0) + call(FAIL, 5, 0) + call(FAIL, 6, 0) + call(FAIL, 8, 0)
                + " " + FAIL + ":7:0:500" + call(FAIL, 9, 0) + call(FAIL, 10, 0) + SIBLING_GOES_ON + " /proc/asterism/taint /proc/sys/kernel/tainted; " + LOG);
        assertThat(launch.text()).as(launch.error()).startsWith("0\n").contains("183:0:0:0 killed by signal 11\n", "183:1:0:0 killed by signal 11\n",
                "183:2:0:0 killed by signal 11\n", "183:3:77:0 killed by signal 11\n", "183:4:0:0 killed by signal 11\n",
                "183:5:0:0 killed by signal 11\n", "183:6:0:0 returned -1 Cannot allocate memory\n", "183:8:0:0 killed by signal 11\n",
                "183:7:0:500 killed by signal 9\n", "183:9:0:0 returned -1 Invalid argument\n", "183:10:0:0 killed by signal 11\n", "sibling lives\n")
                .contains("org.example.failing 8\n128\n==");
        String log = launch.text().substring(launch.text().indexOf("=="));
        assertThat(log).contains("failure in a system call: java.lang.IllegalStateException: as asked\n  " + frame("Failing", "fail", "unchecked"),
                "org.example.failing.Failing$Trouble: checked\n  " + frame("Failing", "checked", "checked") + "\n  " + frame("Failing", "fail", "checked call"),
                "java.lang.IllegalArgumentException: outer\n  " + frame("Failing", "nested", "nested") + "\n  " + frame("Failing", "fail", "nested call"),
                "caused by java.lang.ArithmeticException: / by zero\n  " + frame("Failing", "divide", "nested cause") + "\n  "
                        + frame("Failing", "nested", "nested cause call") + "\n  ... ",
                "java.lang.AssertionError: number is 77\n  " + frame("Failing", "fail", "assertion"),
                "java.lang.StackOverflowError\n  at org.example.failing.Failing.depth(Failing.java:",
                "java.lang.ArithmeticException: / by zero\n  " + frame("Failing", "fail", "division"),
                "java.lang.NullPointerException\n  " + frame("Failing", "fail", "null"),
                "(failures), system call 183 afs_syscall(0x3, 0x4d, 0xabc, 0xdef, ",
                "kernel 6.1.0-asterism #1 Asterism 1.0.0, tainted by org.example.failing (7)",
                "failure in a system call: org.example.failing.Failing$Rude, whose message cannot be told: java.lang.IllegalStateException\n  "
                        + frame("Failing", "fail", "rude"));
    }

    @Test
    void locksAreReleasedWhateverLeftThemLocked() throws Exception {
        StringBuilder calls = new StringBuilder();
        for (int which = 0; which <= 4; which++) {
            for (int then = 0; then <= 2; then++) {
                calls.append(call(LOCK, which, then)).append(call(LOCK, 5, 0));
            }
        }
        Launch launch = exec("/tests/bin/stress/failures" + calls + "; " + LOG);
        String free = "184:5:0:0 returned 1 \n";
        for (int which = 0; which <= 4; which++) {
            assertThat(launch.text()).as(launch.error()).contains("184:" + which + ":0:0 killed by signal 11\n" + free
                    + "184:" + which + ":1:0 returned -1 Cannot allocate memory\n" + free + "184:" + which + ":2:0 returned 2 \n" + free);
        }
        String log = launch.text().substring(launch.text().indexOf("=="));
        assertThat(log).contains(frame("Failing", "lock", "locked"), "left locked, released now: spin lock\n", "left locked, released now: mutex\n",
                "left locked, released now: read-write lock, for reading\n", "left locked, released now: read-write lock, for writing\n",
                "left locked, released now: spin lock, read-write lock, for reading, read-write lock, for reading, mutex\n",
                "failure: a system call returned and left locks behind [org.example.failing]\n", "tainted by org.example.failing (15)");
    }

    @Test
    void callbacksThatFailAreReportedAndTheKernelGoesOn() throws Exception {
        Launch launch = exec("/tests/bin/stress/failures" + call(HOSTILE, 0, 0) + call(HOSTILE, 1, 0) + "; sleep 0.2; /tests/bin/stress/failures"
                + call(HOSTILE, 2, 0) + "; for i in 1 2 3 4 5 6 7 8 9; do echo on $i | cat; done; sleep 0.2; cat /proc/asterism/taint; " + LOG);
        assertThat(launch.text()).as(launch.error()).contains("185:0:0:0 returned 0 \n", "185:1:0:0 returned 0 \n", "185:2:0:0 returned 0 \n",
                "on 9\n").contains("org.example.failing 3\n==");
        String log = launch.text().substring(launch.text().indexOf("=="));
        String index = "java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 1\n  " + frame("Failing", "index", "index");
        assertThat(log).contains("failure in the callback of a timer: " + index, "failure in the body of a task, which ends: " + index.replace("Index 3", "Index 4"),
                frame("Failing", "lambda$hostile$2", "task body"), "\n  task hostile\n",
                "failure in the scheduling policy, which is replaced by first come, first served: java.lang.NullPointerException\n  " + frame("Failing", "index", "index")
                        + "\n  at org.example.failing.Failing$Quitter.next(Failing.java:");
    }

    @Test
    void legalButHostileCodeEndsItsCallerAndLeavesLocksFree() throws Exception {
        String program = "/tests/bin/stress/failures";
        StringBuilder first = new StringBuilder(call(TWIST, 2, 10_000));
        StringBuilder second = new StringBuilder();
        StringBuilder third = new StringBuilder();
        // the kernel's log holds a few reports at a time
        for (int how = 0; how <= 11; how++) {
            (how <= 3 ? first : how <= 6 ? second : third).append(call(TWIST, how, how == 2 ? 100 : how == 9 ? -1 : 0)).append(call(TWIST, 12, 0));
        }
        Launch launch = exec(SIBLING + program + first + "; dmesg; " + program + second + "; dmesg; " + program + third
                + call(TWIST, 9, Integer.MAX_VALUE)
                + "; cat /proc/twisted; cat /proc/twisted; cat /proc/twisted" + SIBLING_GOES_ON + " /proc/asterism/taint; " + LOG);
        String free = "181:12:0:0 returned 1 \n";
        for (String call : List.of("0:0", "1:0", "2:10000", "2:100", "3:0", "4:0", "5:0", "6:0", "7:0", "8:0", "9:-1", "11:0")) {
            assertThat(launch.text()).as(launch.error()).contains("181:" + call + ":0 killed by signal 11\n");
        }
        assertThat(launch.text().split(free, -1)).as(launch.text()).hasSize(13);
        assertThat(launch.text()).contains("181:10:0:0 returned -1 Cannot allocate memory\n" + free,
                "181:9:2147483647:0 returned -1 Cannot allocate memory\nok\n", "sibling lives\n", "org.example.twisted ");
        assertThat(launch.text()).doesNotContain("org.asterism.service.fs (").contains("org.example.twisted.Twisted: content() returned null\n",
                "java.lang.IllegalStateException: ", frame("Twisted", "again", "again"),
                "java.lang.IllegalArgumentException: instead\n  " + frame("Twisted", "heldAcross", "instead"), "left locked, released now: mutex\n", "mutex, mutex and 84 more\n",
                "org.example.twisted.Twisted$Sphinx, whose message cannot be told: org.example.twisted.Twisted$Sphinx\n  " + frame("Twisted", "twist", "sphinx"),
                "java.lang.IllegalStateException: with many locks\n  " + frame("Twisted", "many", "many"), "java.lang.RuntimeException: first\n  ",
                "java.lang.IllegalStateException: no trace\n  at org.example.twisted.Twisted$Unmade.fillInStackTrace(Twisted.java:",
                "org.example.twisted.Twisted$Hydra\n  " + frame("Twisted", "twist", "hydra"),
                "java.lang.NegativeArraySizeException: -1\n  " + frame("Twisted", "twist", "array"),
                "java.lang.NullPointerException\n  " + frame("Twisted", "twist", "nothing"), "(failures), system call 181 getpmsg(0xb, 0x0, 0xabc, 0xdef, ");
    }

    @Test
    void handlesGuardsTracesAndPoliciesThatMeanIllHarmTheirCallersAlone() throws Exception {
        String program = "/tests/bin/stress/failures";
        StringBuilder first = new StringBuilder(call(MEDDLE, 12, 0) + call(MEDDLE, 23, 0));
        StringBuilder second = new StringBuilder();
        for (int how : new int[] {0, 1, 4, 5, 6, 7, 8, 9, 10, 15, 16, 21}) {
            (how <= 6 ? first : second).append(call(MEDDLE, how, 0));
        }
        Launch launch = exec("mkfifo /tmp/go; " + program + first + "; dmesg; " + program + second + "; dmesg; " + program + call(MEDDLE, 3, 1000) + call(MEDDLE, 13, 100)
                + call(MEDDLE, 14, 0) + call(MEDDLE, 17, 0) + call(MEDDLE, 18, 0) + call(MEDDLE, 11, 0) + call(MEDDLE, 20, 3000)
                + "; (read go </tmp/go; echo through) | (" + program + call(MEDDLE, 2, 0) + "; echo go >/tmp/go; cat); dmesg; " + program + call(MEDDLE, 24, 0) + "; " + program + call(MEDDLE, 19, 0)
                + " & for policy in 0 1 2; do " + program + " " + MEDDLE + ":22:$policy:0; for i in 1 2 3 4 5 6 7 8 9; do echo policy $policy $i | cat; done; done; sleep 0.5;"
                + " cat /proc/asterism/taint; " + LOG);
        for (int how : new int[] {0, 1, 4, 5, 6, 7, 8, 9, 10, 15, 16, 21}) {
            assertThat(launch.text()).as(launch.error()).contains("182:" + how + ":0:0 killed by signal 11\n");
        }
        assertThat(launch.text()).contains("182:12:0:0 returned 0 \n", "182:23:0:0 returned 1 \n", "182:3:1000:0 returned 1000 \n", "182:13:100:0 returned 1 \n",
                "182:14:0:0 returned ", "182:18:0:0 returned ", "182:11:0:0 returned -1 Cannot allocate memory\n", "182:20:3000:0 returned 1 \n",
                "182:2:0:0 returned 4 \nthrough\n", "182:24:0:0 returned 0 \n", "policy 0 9\n", "policy 1 9\n", "policy 2 9\n");
        assertThat(launch.exit()).as(launch.error()).isZero();
        assertThat(launch.text()).doesNotContain("Culprit", "tainted by org.asterism", ", org.asterism.service", "\norg.asterism")
                .contains(frame("Meddling", "guardTwice", "twice"), frame("Meddling", "guardInSpinLock", "in spin lock"),
                        frame("Meddling", "meddle", "queue"), frame("Meddling", "meddle", "start"), "IllegalStateException: forged\n  " + frame("Meddling", "meddle", "forged"),
                        "Meddling$Liar\n  " + frame("Meddling", "meddle", "liar"), frame("Meddling", "meddle", "stolen"), "Meddling$Traceless: traceless\n  task ",
                        frame("Meddling", "strangeContext", "atomic"), frame("Meddling", "staleFrame", "stale"), frame("Meddling", "meddle", "null errno"),
                        "failure in a waiter that was woken: java.lang.AssertionError: woken\n", "first come, first served: org.example.meddling.Meddling$Rogue: named no task that can run");
    }

    @Test
    void answersThatCannotBeTrueFailWhoAsksAndBlameWhoAnswered() throws Exception {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        List.of("read-negative", "read-huge", "read-locks", "read-again", "read-throws", "open-throws", "lookup-throws", "inode-negative", "inode-huge", "link-null")
                .forEach(name -> statuses.put("cat /m/" + name, SEGMENTATION_FAULT));
        statuses.put("cat /m/read-closing", 0);
        statuses.put("cat /m/inode-error", 1);
        statuses.put("cat /m/link-self", 1);
        statuses.put("ls /m/dir-long", 0);
        List.of("ls /m/dir-null", "ls /m/dir-slash", "ls /m/dir-unnamed", "touch /m/new", "ln -s a /m/newlink", "df /m", "cat /dev/pretending", "mount -t pretending -o nothing none /mnt",
                "mount -t pretending -o rootless none /mnt", "mount -t pretending -o nameless none /mnt", "mount -t pretending -o unhashable none /mnt")
                .forEach(command -> statuses.put(command, SEGMENTATION_FAULT));
        statuses.put("cat /proc/mounts", 0);
        statuses.put("umount /m", 0);
        StringBuilder commands = new StringBuilder("mkdir -p /m /mnt; mount -t pretending none /m; ");
        statuses.keySet().forEach(command -> commands.append(command).append(" >/dev/null 2>&1; echo \"").append(command).append(": $?\"; dmesg | grep -A 3 'failure in'; dmesg -c >/dev/null; "));
        Launch launch = exec(commands + "cat /proc/asterism/taint; " + LOG);
        statuses.forEach((command, status) -> assertThat(launch.text()).as(launch.error()).contains(command + ": " + status + "\n"));
        assertThat(launch.text()).doesNotContain("tainted by org.asterism", ", org.asterism.service", "\norg.asterism")
                .contains("org.example.pretending.Pretending$Handle: returned -9 for what is at least 0 and at most ", "Pretending$Node: openDirectory() returned null\n",
                        "Pretending$Handle: left a lock locked\n", "Pretending$Tree: typeName() returned null\n",
                        "with the name '../../etc'\n", "gave an entry without a name\n",
                        "failure in the end of a org.example.pretending.Pretending$Handle: java.lang.IllegalStateException: closed\n  " + frame("Pretending$Handle", "closed", "closed"));
    }

    @Test
    void aFaultOfPrivilegedCodeEndsTheProcessOrStopsWithAReport() throws Exception {
        Launch launch = exec("/tests/bin/stress/failures " + CRASH + ":0:0xffffc00000001000:0" + call(CRASH, 2, 0) + " " + CRASH + ":0:0x7fff000000000000:0"
                + call(CRASH, 2, 0) + "; cat /proc/asterism/taint; /tests/bin/stress/failures " + CRASH + ":1:0xffffc00000001000:0; echo unreached");
        assertThat(launch.text()).as(launch.error()).contains("236:0:0xffffc00000001000:0 killed by signal 11\n236:2:0:0 returned 1 \n",
                "236:0:0x7fff000000000000:0 killed by signal 11\n236:2:0:0 returned 1 \n", "org.example.crashing 2\n").doesNotContain("unreached");
        String log = launch.error().replace("\r", "").replace("\n| ", "\n");
        String place = "\n  " + frame("Crashing", "read", "access") + "\n  " + frame("Crashing", "crash", "call");
        assertThat(log).contains("page fault in the kernel, error 0x0, address 0xffffc00000001000, a read of nothing" + place,
                "general protection fault in the kernel, error 0x0" + place, "left locked, released now: mutex\n",
                "kernel panic: page fault in the kernel, error 0x0000000000000000, address 0xffffc00000001000, a read of nothing\n",
                "system call vserver", "tainted by org.example.crashing");
        assertThat(log.substring(log.indexOf("kernel panic"))).contains(place);
    }

    @Test
    void aClassInitializerThatThrowsStopsTheBootAndIsNamed() throws Exception {
        build("Unready");
        Path unready = assemble("unready", text -> text.replace("-runrequires: \\\n", "-runrequires: \\\n\tbnd.identity;id=org.example.unready, \\\n"));
        Launch launch = exec(unready, "echo unreached");
        assertThat(launch.exit()).isNotZero();
        assertThat(launch.text()).isEmpty();
        assertThat(launch.error().replace("\r", "").replace("\n| ", "\n"))
                .contains("failure in a class initializer: java.lang.ExceptionInInitializerError\n",
                        "caused by java.lang.ArrayIndexOutOfBoundsException: Index -1 out of bounds for length 0\n",
                        "\n  " + frame("Unready", "measure", "measured") + "\n  at org.example.unready.Unready.<clinit>(Unready.java:8) [org.example.unready]\n",
                        "tainted by org.example.unready (1)");
    }
}
