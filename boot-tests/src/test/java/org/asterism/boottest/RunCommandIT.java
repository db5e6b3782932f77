package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.GuestTree;
import org.asterism.boottest.guest.Launch;
import org.asterism.boottest.guest.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./asterism run} promises to someone who types it. */
class RunCommandIT {
    @TempDir
    private Path folder;

    private static Launch exec(String command, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--exec", command));
        return Launch.of(Launch.PATIENCE, arguments);
    }

    @Test
    void printsTheCommandsOutputAndNothingElse() throws Exception {
        Launch launch = exec("echo hello from $(uname -s) $(uname -m)");
        assertThat(launch.text()).isEqualTo("hello from Linux x86_64\n");
        assertThat(launch.error()).isEmpty();
        assertThat(launch.exit()).isZero();
    }

    @Test
    void keepsErrorsApartFromOutput() throws Exception {
        Launch launch = exec("echo out; echo err >&2; ls /nonexistent");
        assertThat(launch.text()).isEqualTo("out\n");
        assertThat(launch.error()).isEqualTo("err\nls: /nonexistent: No such file or directory\n");
        assertThat(launch.exit()).isEqualTo(1);
    }

    @Test
    void exitsWithTheCommandsExitCode() throws Exception {
        assertThat(exec("exit 37").exit()).isEqualTo(37);
    }

    @Test
    void exitsWith128AndTheSignalThatKilledTheShell() throws Exception {
        assertThat(exec("kill -SEGV $$").exit()).isEqualTo(128 + 11);
    }

    @Test
    void passesBytesThroughUnchanged() throws Exception {
        byte[] output = exec("i=0; while [ $i -lt 256 ]; do printf \"\\\\$(printf %o $i)\"; i=$((i + 1)); done").output();
        assertThat(output).hasSize(256);
        for (int i = 0; i < 256; i++) {
            assertThat(output[i] & 0xff).isEqualTo(i);
        }
    }

    @Test
    void passesAMegabyteThrough() throws Exception {
        byte[] output = exec("seq 1 150000").output();
        assertThat(output).hasSize(938_895);
        assertThat(new String(output, output.length - 7, 7)).isEqualTo("150000\n");
    }

    @Test
    void endsAHangWith124AndTheKernelsLastWords() throws Exception {
        Launch launch = exec("echo before; while :; do :; done", "--timeout", "15");
        assertThat(launch.exit()).isEqualTo(124);
        assertThat(launch.text()).isEqualTo("before\n");
        assertThat(launch.error()).isNotEmpty();
    }

    @Test
    void bootsAFolderGivenAsInitramfs() throws Exception {
        GuestTree tree = GuestTree.with("own", List.of());
        Files.writeString(tree.folder().resolve("etc/marker"), "packed from a folder\n");
        assertThat(exec("cat /etc/marker", "--initramfs", tree.folder().toString()).text()).isEqualTo("packed from a folder\n");
    }

    @Test
    void bootsAGzippedArchiveGivenAsInitramfs() throws Exception {
        GuestTree tree = GuestTree.with("own-archive", List.of());
        Path archive = folder.resolve("root.cpio.gz");
        Process pack = new ProcessBuilder("sh", "-c", "find . | cpio -o -H newc --quiet | gzip > " + archive)
                .directory(tree.folder().toFile()).start();
        assertThat(pack.waitFor()).isZero();
        assertThat(exec("ls /", "--initramfs", archive.toString()).text()).contains("tests\n", "bin\n");
    }

    @Test
    void startsTheProgramNamedAsInitAndTellsWhatKilledIt() throws Exception {
        GuestTree tree = GuestTree.with("init", List.of());
        Path init = tree.folder().resolve("start");
        Files.writeString(init, "#!/bin/sh\necho own init ran\nkill -SEGV $$\n");
        assertThat(init.toFile().setExecutable(true)).isTrue();
        Launch launch = Launch.of(Launch.PATIENCE, List.of("run", "--initramfs", tree.folder().toString(), "--init", "/start"));
        assertThat(launch.text()).contains("own init ran", "/start was the first program and was killed by signal 11; the machine is turned off");
    }

    @Test
    void leavingTheShellEndsTheMachine() throws Exception {
        try (Terminal terminal = new Terminal(List.of(Checkout.launcher().toString(), "run"))) {
            terminal.expectPrompt(Launch.PATIENCE);
            terminal.enter("exit");
            terminal.awaitEnd(Launch.PATIENCE);
        }
    }

    /** More than the device, its ring and the terminal hold together, and there before the guest listens. */
    @Test
    void typesOnTheConsoleWhatComesInByAPipe() throws Exception {
        Path script = folder.resolve("script");
        Files.writeString(script, IntStream.rangeClosed(1, 1500).mapToObj(i -> "echo line $((" + i + "))\n").collect(Collectors.joining()));
        Launch launch = Launch.of(Launch.PATIENCE, Map.of(), folder, List.of("sh", "-c", Checkout.launcher() + " run <script"));
        assertThat(launch.text().lines().filter(line -> line.matches("line \\d+"))).hasSize(1500).endsWith("line 1500");
        assertThat(launch.exit()).isZero();
    }

    @Test
    void givesTheGuestTheMemoryAskedFor() throws Exception {
        String total = exec("awk '/MemTotal/ {print $2}' /proc/meminfo", "--memory", "128M").text().strip();
        assertThat(Long.parseLong(total)).isBetween(60L * 1024, 128L * 1024);
    }
}
