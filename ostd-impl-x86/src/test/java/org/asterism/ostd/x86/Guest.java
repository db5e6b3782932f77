package org.asterism.ostd.x86;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asterism.aot.CompilationRequest;
import org.asterism.aot.CompilationRequest.BundleInput;
import org.asterism.aot.Compiler;
import org.asterism.aot.LinkageException;
import org.asterism.aot.target.Target;
import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.task.Task;

/** Compiles the suite to a bare image, and boots it in QEMU. */
final class Guest {
    private static final long SECONDS = 900;

    private Guest() {}

    /** Compiles an image whose program is the suite; returns its file. */
    static Path compile() throws IOException {
        Path target = classesOf(Guest.class).getParent();
        Path image = target.resolve("suite").resolve("suite.elf");
        Files.createDirectories(image.getParent());
        List<BundleInput> bundles = List.of(
                new BundleInput("org.asterism.ostd.api", classesOf(Task.class), false, Map.of()),
                new BundleInput("org.asterism.ostd.core", classesOf(ObjectHeap.class), true, Map.of()),
                new BundleInput("org.asterism.ostd.impl.x86", classesOf(Traps.class), true, Map.of()),
                new BundleInput("suite", classesOf(Guest.class), false, Map.of()));
        try {
            Compiler.compile(new CompilationRequest(bundles, "org.asterism.ostd.x86.suite.MachineSuite.main",
                    Target.named("bare-x86_64"), "kernel", image, target.resolve("suite-cache"), 2, line -> { }));
        } catch (LinkageException offenders) {
            throw new IllegalStateException(offenders.getMessage(), offenders);
        }
        return image;
    }

    /** Boots an image, feeds its console once it prints a word, and returns what it printed on COM1. */
    static String boot(Path image, int megabytes, String commandLine, String waitFor, String input) throws IOException {
        List<String> command = new ArrayList<>(List.of("qemu-system-x86_64", "-M", "q35", "-accel", "tcg", "-cpu", "max",
                "-m", Integer.toString(megabytes), "-display", "none", "-no-reboot", "-nodefaults", "-serial", "stdio",
                "-kernel", image.toString(), "-append", commandLine));
        Process machine = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread guard = new Thread(() -> killLate(machine), "time limit");
        guard.setDaemon(true);
        guard.start();
        StringBuilder printed = new StringBuilder();
        boolean fed = false;
        try (InputStream output = machine.getInputStream(); OutputStream keyboard = machine.getOutputStream()) {
            for (int next = output.read(); next >= 0; next = output.read()) {
                printed.append((char) next);
                if (!fed && input != null && printed.indexOf(waitFor) >= 0) {
                    fed = true;
                    keyboard.write(input.getBytes(StandardCharsets.US_ASCII));
                    keyboard.flush();
                }
            }
        }
        return printed.toString();
    }

    private static void killLate(Process machine) {
        try {
            if (!machine.waitFor(SECONDS, TimeUnit.SECONDS)) {
                machine.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path classesOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
