package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the default kernel's image is made of, and what gdb sees of it while it runs. */
class KernelImageIT {
    private static final Pattern SHARE = Pattern.compile("privileged share ([0-9.]+) %");
    private static final Pattern VECTOR_INSTRUCTION = Pattern.compile("%[xyz]mm[0-9]|\\s(ld|st)mxcsr\\s");
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 30_000;
    private static final int MOST_ATTEMPTS = 100;
    private static final String OPEN_CALLS = "org/asterism/service/fs/syscall/OpenCalls.java";

    @TempDir
    private Path folder;

    @Test
    void privilegedShareIsBelowThirtyPercent() throws Exception {
        Launch launch = Launch.of(Launch.PATIENCE, List.of("inspect"));
        Matcher share = SHARE.matcher(launch.text());
        assertThat(share.find()).as(launch.text()).isTrue();
        assertThat(Double.parseDouble(share.group(1))).isBetween(1.0, 30.0);
    }

    /**
     * A program's vector registers stay loaded while the kernel works for it: no compiled method touches them, only assembly that saves
     * them before a method that does, which this kernel has not.
     */
    @Test
    void vectorRegistersAreLeftToPrograms() throws Exception {
        Set<String> functions = new TreeSet<>();
        String function = "";
        int instructions = 0;
        for (String line : output(List.of("objdump", "--disassemble", "--no-show-raw-insn", assemble().toString())).split("\n")) {
            if (line.endsWith(">:")) {
                function = line.substring(line.indexOf('<'));
            } else {
                instructions++;
                if (VECTOR_INSTRUCTION.matcher(line).find()) {
                    functions.add(function);
                }
            }
        }
        assertThat(instructions).isGreaterThan(100_000);
        assertThat(functions).isSubsetOf("<asterism_floating_begin>:", "<ostd_save_floating_point>:");
    }

    @Test
    void gdbStopsAtAJavaLineOfAService() throws Exception {
        Path image = assemble();
        Path sources = Checkout.root().resolve("service-fs/src/main/java");
        int line = lineAfter(sources.resolve(OPEN_CALLS), "public long openat(");
        int port = freePort();
        Process run = new ProcessBuilder(Checkout.root().resolve("asterism").toString(), "run", "--gdb=" + port, "--qemu-arg=-S",
                "--exec", "ls /").redirectErrorStream(true).redirectOutput(folder.resolve("run.log").toFile()).start();
        try {
            List<String> gdb = new ArrayList<>(List.of("gdb", "--batch", "--nx"));
            for (String command : List.of("directory " + sources, "file " + image, "set tcp connect-timeout " + Launch.PATIENCE.toSeconds(),
                    "target remote 127.0.0.1:" + port, "hbreak OpenCalls.java:" + line, "continue", "backtrace 2", "kill")) {
                gdb.addAll(List.of("-ex", command));
            }
            String seen = output(gdb);
            assertThat(seen).contains("OpenCalls__openat", "at " + OPEN_CALLS + ":" + line, "SyscallSwitch.java:");
            assertThat(seen).contains(Files.readAllLines(sources.resolve(OPEN_CALLS)).get(line - 1).strip());
        } finally {
            run.destroy();
            run.waitFor(30, TimeUnit.SECONDS);
        }
    }

    /** A port that nobody listens on, and that no connection is given as its own end (ip(7), ip_local_port_range) until the machine listens. */
    private static int freePort() throws IOException {
        for (int attempt = 0; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                if (attempt == MOST_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private Path assemble() throws IOException, InterruptedException {
        Path image = folder.resolve("kernel.elf");
        Launch launch = Launch.of(Launch.PATIENCE,
                List.of("assemble", Checkout.root().resolve("kernel.bndrun").toString(), "-o", image.toString(), "--quiet"));
        assertThat(launch.exit()).as(launch.error()).isZero();
        return image;
    }

    private static int lineAfter(Path file, String text) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 2;
            }
        }
        throw new AssertionError(file + " has no line with " + text);
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(Path.of("/dev/null").toFile()).start();
        boolean ended = process.waitFor(Launch.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(ended).as(text).isTrue();
        return text;
    }
}
