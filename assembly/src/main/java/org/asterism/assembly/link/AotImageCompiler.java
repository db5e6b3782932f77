package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asterism.aot.CompilationListener;
import org.asterism.aot.CompilationRequest;
import org.asterism.aot.CompilationResult;
import org.asterism.aot.Compiler;
import org.asterism.aot.Exploration;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Offender;
import org.asterism.aot.build.BuildException;
import org.asterism.aot.target.Target;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.GeneratedNames;
import org.asterism.assembly.wire.Wiring;

/** Drives Asterism's ahead-of-time compiler. */
public final class AotImageCompiler implements ImageCompiler {
    private static final String BOOT_METHOD = GeneratedNames.PACKAGE + ".Boot.main";

    /** Makes one; it keeps no state. */
    public AotImageCompiler() {}

    @Override
    public Output compile(Resolution resolution, Wiring wiring, Path folder, Path objects, Progress progress)
            throws RefusedException, IOException {
        Target target = target(resolution.architecture());
        CompilationRequest request = request(resolution, wiring, folder, Files.createDirectories(objects), progress);
        try {
            CompilationResult result = Compiler.compile(request);
            for (CompilationRequest.BundleInput input : request.bundles()) {
                Files.delete(input.path());
            }
            return new Output(result.elf(), figures(resolution, result, target), summary(result), proofs(result));
        } catch (LinkageException e) {
            throw new RefusedException(e.offenders().stream().map(Offender::line).toList());
        } catch (BuildException e) {
            throw new RefusedException("the C compiler or linker failed: " + e.getMessage());
        }
    }

    @Override
    public List<String> flags(String architecture) throws RefusedException {
        Target target = target(architecture);
        List<String> flags = new ArrayList<>(target.compilerFlags());
        flags.addAll(target.linkerFlags());
        return flags;
    }

    @Override
    public Reached reach(Resolution resolution, Wiring wiring, Path folder) throws RefusedException, IOException {
        try {
            Exploration found = Compiler.explore(request(resolution, wiring, folder, folder, Progress.silent()));
            Map<String, List<String>> offenders = new TreeMap<>();
            for (Offender offender : found.offenders()) {
                String holder = offender.path().isEmpty() ? "" : offender.path().get(offender.path().size() - 1);
                offenders.computeIfAbsent(holder, key -> new ArrayList<>()).add(offender.line());
            }
            return new Reached(found.reached(), offenders);
        } catch (LinkageException e) {
            throw new RefusedException(e.offenders().stream().map(Offender::line).toList());
        }
    }

    private static CompilationRequest request(Resolution resolution, Wiring wiring, Path folder, Path objects, Progress progress)
            throws RefusedException, IOException {
        return new CompilationRequest(inputs(resolution, wiring, folder), BOOT_METHOD, target(resolution.architecture()),
                resolution.profile().name(), folder.resolve("image.elf"), objects, Runtime.getRuntime().availableProcessors(), listener(progress));
    }

    private static CompilationListener listener(Progress progress) {
        return new CompilationListener() {
            @Override
            public void stage(String line) {
                progress.note(line);
            }

            @Override
            public void units(int done, int total, int compiled) {
                progress.units(done, total, compiled);
            }
        };
    }

    private static Target target(String architecture) throws RefusedException {
        try {
            return Target.named("bare-" + architecture);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("architecture " + architecture + " cannot be compiled for: " + e.getMessage());
        }
    }

    private static List<CompilationRequest.BundleInput> inputs(Resolution resolution, Wiring wiring, Path folder) throws IOException {
        List<CompilationRequest.BundleInput> inputs = new ArrayList<>();
        for (Bundle bundle : resolution.bundles()) {
            Map<String, String> wires = new HashMap<>();
            resolution.packageWires().getOrDefault(bundle, Map.of()).forEach((name, exporter) -> wires.put(name, exporter.symbolicName()));
            inputs.add(new CompilationRequest.BundleInput(bundle.symbolicName(),
                    write(withAdditions(bundle, wiring), folder.resolve(bundle.symbolicName() + ".jar")), resolution.isPrivileged(bundle), wires));
        }
        SortedMap<String, byte[]> generated = new TreeMap<>();
        wiring.classes().forEach((name, bytes) -> generated.put(name + ".class", bytes));
        // the generated bundle names components by their classes, exported or not: every package has one owner
        inputs.add(new CompilationRequest.BundleInput(GeneratedNames.PACKAGE,
                write(generated, folder.resolve(GeneratedNames.PACKAGE + ".jar")), false, Map.of()));
        return inputs;
    }

    private static SortedMap<String, byte[]> withAdditions(Bundle bundle, Wiring wiring) {
        SortedMap<String, byte[]> entries = new TreeMap<>(bundle.entries());
        wiring.additions().getOrDefault(bundle.symbolicName(), new TreeMap<>()).forEach((name, bytes) -> entries.put(name + ".class", bytes));
        return entries;
    }

    /**
     * Writes the bytes that were verified into a jar of our own. The bundle's own jar could have been replaced meanwhile, or
     * could be made so that two readers see two contents.
     */
    private static Path write(SortedMap<String, byte[]> entries, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static Map<String, CodeFigures> figures(Resolution resolution, CompilationResult result, Target target) {
        Map<String, CodeFigures> figures = new HashMap<>();
        for (CompilationResult.BundleStatistics statistics : result.bundles()) {
            int lines = statistics.linkedLines().values().stream().mapToInt(Integer::intValue).sum();
            int assembly = resolution.bundles().stream()
                    .filter(bundle -> bundle.symbolicName().equals(statistics.name()) && resolution.isPrivileged(bundle))
                    .mapToInt(bundle -> assemblyLines(bundle, target))
                    .sum();
            figures.put(statistics.name(), new CodeFigures(statistics.functions(), statistics.textBytes(), lines, assembly));
        }
        return figures;
    }

    /** Lines of the assembly files that are linked, or included by one of them; blank ones and whole-line comments left out. */
    private static int assemblyLines(Bundle bundle, Target target) {
        int lines = 0;
        for (Map.Entry<String, byte[]> entry : bundle.entries().entrySet()) {
            if (entry.getKey().matches("asm/(" + target.arch() + "/)?[^/]+\\.S")) {
                lines += AssemblySource.lines(new String(entry.getValue(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }

    private static ImageCompiler.Proofs proofs(CompilationResult result) {
        return new ImageCompiler.Proofs(result.proofs().statements(), result.proofs().slowPaths(), result.proofs().stacks().stream()
                .map(stack -> new ImageCompiler.StackFigures(stack.name(), stack.bytes(), stack.bound(), stack.path())).toList());
    }

    private static String summary(CompilationResult result) {
        int functions = result.bundles().stream().mapToInt(CompilationResult.BundleStatistics::functions).sum();
        long text = result.bundles().stream().mapToLong(CompilationResult.BundleStatistics::textBytes).sum();
        return String.format(Locale.ROOT, "%,d functions, %d of %d units compiled, %,d KiB of machine code",
                functions, result.unitsCompiled(), result.units(), text / 1024);
    }
}
