package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.asterism.ostd.task.Scheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernels of {@code examples/} do what their descriptions say. */
class ExamplesIT {
    private static final int MOST_LINES_OF_HELLO_KERNEL = 100;

    @TempDir
    private Path folder;

    private static Launch run(String descriptor, String... options) throws IOException, InterruptedException {
        List<String> arguments = Stream.concat(Stream.of("run", "--kernel", "examples/" + descriptor), Stream.of(options)).toList();
        Launch launch = Launch.of(Launch.PATIENCE, arguments);
        assertThat(launch.exit()).as(launch.text() + launch.error()).isZero();
        return launch;
    }

    @Test
    void helloKernelRunsItsProgramAndTurnsTheMachineOff() throws Exception {
        assertThat(run("hello-kernel/hello-kernel.bndrun").text()).contains("hello from user mode", "the program exited with 0");
    }

    @Test
    void theApplianceRunsItsProgramAndIsSmallerThanTheDefaultKernel() throws Exception {
        assertThat(run("appliance/appliance.bndrun").text()).contains("appliance: 9592 primes below 100000");

        Launch compared = Launch.of(Launch.PATIENCE, List.of("compare", "examples/appliance/appliance.bndrun"));

        assertThat(compared.text()).containsPattern("org\\.asterism\\.rtc\\.cmos +- +[0-9,]+ +-[0-9,]+\n")
                .containsPattern("image, data and debug lines included +[0-9,]+ +[0-9,]+ +-[0-9,]+\n");
    }

    @Test
    void theLotteryFavoursWhoHoldsMoreTickets() throws Exception {
        Launch launch = run("lottery-scheduler/lottery-scheduler.bndrun", "--exec",
                "work() { i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; echo done $1; }\n"
                        + "(renice -n 15 -p $(exec sh -c 'echo $PPID') >/dev/null; work nice) & (work plain) & wait; cat /proc/lottery");
        assertThat(launch.text()).matches("done plain\ndone nice\nniceness tickets wins\n0 20 \\d+\n15 5 \\d+\n");
    }

    @Test
    void aLotteryThatAllocatesIsRefusedWithThePath() throws Exception {
        String name = "org.asterism.example.lottery.LotteryScheduler";
        String source = Files.readString(Checkout.root().resolve("examples/lottery-scheduler/src/main/java/" + name.replace('.', '/') + ".java"));
        String greedy = source.replaceAll("(?m)^(import org\\.osgi.*|@Component)$", "").replace("waiting++;", "waiting++; wins.clone();");
        new ThirdPartyBundle(folder, "org.example.greedy")
                .header("Import-Package", "org.asterism.kernel.process, org.asterism.kernel.vfs, org.asterism.ostd.task")
                .header("Service-Component", "OSGI-INF/lottery.xml")
                .resource("OSGI-INF/lottery.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + name + "\"><implementation class=\"" + name + "\"/>"
                        + "<service><provide interface=\"org.asterism.ostd.task.Scheduler\"/>"
                        + "<provide interface=\"org.asterism.kernel.process.RunQueue\"/></service></scr:component>")
                .source(name, greedy)
                .build(List.of(Path.of(Scheduler.class.getProtectionDomain().getCodeSource().getLocation().toURI())));
        String descriptor = Files.readString(Checkout.root().resolve("examples/lottery-scheduler/lottery-scheduler.bndrun"))
                .replace("../../kernel.bndrun", Checkout.root() + "/kernel.bndrun")
                .replace("id=org.asterism.lottery.scheduler", "id=org.example.greedy")
                .replace("target/*.jar", folder + "/*.jar");

        Launch launch = Launch.of(Launch.PATIENCE, List.of("assemble", Files.writeString(folder.resolve("greedy.bndrun"), descriptor).toString(),
                "-o", folder.resolve("greedy.elf").toString()));

        assertThat(launch.exit()).isEqualTo(1);
        assertThat(launch.error()).contains("LotteryScheduler.enqueue", "states @InterruptSafe but allocates", "bundle org.example.greedy");
        assertThat(folder.resolve("greedy.elf")).doesNotExist();
    }

    @Test
    void helloKernelIsShort() throws Exception {
        long lines = 0;
        try (Stream<Path> sources = Files.walk(Checkout.root().resolve("examples/hello-kernel/src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(source).size();
            }
        }
        assertThat(lines).isBetween(1L, (long) MOST_LINES_OF_HELLO_KERNEL);
    }
}
