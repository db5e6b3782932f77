package org.asterism.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.aot.CompilationRequest;
import org.asterism.aot.Compiler;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Offender;
import org.asterism.aot.build.BuildException;
import org.asterism.aot.target.Target;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;

/**
 * Builds the programs that compete, and tells how to start them.
 *
 * @param hotSpot the command of the JVM that also runs this tool
 * @param ours the command of the native process
 * @param handWritten the command of the C program
 */
record Contest(List<String> hotSpot, List<String> ours, List<String> handWritten) {
    private static final String SERVER = "org.asterism.benchmarks.ItemServer";
    private static final String C_SOURCES = "org/asterism/benchmarks/c";
    private static final List<String> C_FLAGS = List.of("-O2", "-std=gnu11", "-pthread", "-w");

    /**
     * Compiles what is not up to date.
     *
     * @param modules folder with the jars of the project's modules
     * @param cache folder for objects and programs
     * @throws RefusedException if something does not compile
     * @throws IOException if a file cannot be read or written
     */
    static Contest build(Path modules, Path cache, Progress progress) throws RefusedException, IOException {
        Path benchmarks = module(modules, "benchmarks");
        Path folder = Files.createDirectories(cache.resolve("bench"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = folder.resolve("native");
        CompilationRequest request = new CompilationRequest(List.of(
                input(modules, "ostd-api", true), input(modules, "ostd-core", true), input(modules, "ostd-program", true), input(modules, "ostd-impl-linux", true),
                new CompilationRequest.BundleInput("benchmarks", benchmarks, false, Map.of())),
                SERVER + ".main", Target.LINUX_X86_64, "full", program, Files.createDirectories(cache.resolve("objects")),
                Runtime.getRuntime().availableProcessors(), progress::note);
        try {
            Compiler.compile(request);
        } catch (LinkageException e) {
            throw new RefusedException(e.offenders().stream().map(Offender::line).toList());
        } catch (BuildException e) {
            throw new RefusedException("the benchmarks do not compile: " + e.getMessage());
        }
        progress.done("native", program.getFileName() + " " + Files.size(program) / 1024 + " KiB");
        Path handWritten = compileC(benchmarks, folder);
        progress.done("c", "gcc " + String.join(" ", C_FLAGS));
        return new Contest(List.of(java.toString(), "-cp", benchmarks.toString(), SERVER), List.of(program.toString()),
                List.of(handWritten.toString()));
    }

    private static CompilationRequest.BundleInput input(Path modules, String module, boolean privileged)
            throws RefusedException, IOException {
        return new CompilationRequest.BundleInput("org.asterism." + module.replace('-', '.'), module(modules, module), privileged,
                Map.of());
    }

    private static Path module(Path modules, String name) throws RefusedException, IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(modules, name + "-[0-9]*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new RefusedException(modules + ": holds no " + name + "-*.jar; start the tool by its launcher script ./asterism");
    }

    private static Path compileC(Path benchmarks, Path folder) throws RefusedException, IOException {
        Path sources = Files.createDirectories(folder.resolve("c"));
        List<String> command = new ArrayList<>(List.of("gcc"));
        command.addAll(C_FLAGS);
        try (var jar = java.nio.file.FileSystems.newFileSystem(benchmarks);
                Stream<Path> files = Files.list(jar.getPath(C_SOURCES))) {
            for (Path file : files.sorted().toList()) {
                Path copy = sources.resolve(file.getFileName().toString());
                Files.write(copy, Files.readAllBytes(file));
                if (copy.toString().endsWith(".c")) {
                    command.add(copy.toString());
                }
            }
        }
        Path program = folder.resolve("hand-written");
        command.addAll(List.of("-o", program.toString()));
        Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(gcc.getInputStream().readAllBytes());
        try {
            if (gcc.waitFor() != 0) {
                throw new RefusedException("gcc cannot compile the hand-written C (is libc6-dev installed?): " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while gcc ran");
        }
        return program;
    }
}
