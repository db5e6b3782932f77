package org.asterism.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asterism.aot.target.Target;

/** Compiles test programs to Linux processes and runs programs. */
final class NativeProgram {
    private static final Path WORK = Path.of("target", "native").toAbsolutePath();

    private NativeProgram() {
    }

    /** What a process did. */
    record Outcome(int status, String output) {
    }

    static CompilationRequest request(Class<?> program, String profile) {
        return request(program, profile, Target.LINUX_X86_64);
    }

    static CompilationRequest request(Class<?> program, String profile, Target target) {
        List<CompilationRequest.BundleInput> bundles = List.of(
                bundle("org.asterism.ostd.api", true, "org.asterism.ostd.mm.Frame"),
                bundle("org.asterism.ostd.core", true, "org.asterism.ostd.runtime.ObjectAllocator"),
                bundle("org.asterism.ostd.impl.linux", true, "org.asterism.ostd.linux.LinuxProcess"),
                bundle("test", false, program.getName()));
        return new CompilationRequest(bundles, program.getName() + ".main", target, profile,
                WORK.resolve(program.getSimpleName()), WORK.resolve("cache"), 2, line -> { });
    }

    static CompilationRequest.BundleInput bundle(String name, boolean privileged, String className) {
        try {
            Class<?> type = Class.forName(className, false, NativeProgram.class.getClassLoader());
            Path path = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new CompilationRequest.BundleInput(name, path, privileged, Map.of());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Outcome runNative(Class<?> program, String profile) throws LinkageException, IOException {
        CompilationResult result = Compiler.compile(request(program, profile));
        return run(List.of(result.elf().toString()));
    }

    static Outcome runOnHotSpot(Class<?> program, String... options) {
        String classes = bundle("test", false, program.getName()).path().toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xss4m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classes, program.getName()));
        return run(command);
    }

    static Outcome run(List<String> command) {
        return run(Map.of(), command);
    }

    static Outcome run(Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
