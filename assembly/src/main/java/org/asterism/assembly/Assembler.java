package org.asterism.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.cache.UserCache;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.link.AotImageCompiler;
import org.asterism.assembly.link.AssemblyKey;
import org.asterism.assembly.link.ImageCompiler;
import org.asterism.assembly.link.ImageRecord;
import org.asterism.assembly.link.JavaBase;
import org.asterism.assembly.link.KernelLock;
import org.asterism.assembly.link.KernelReport;
import org.asterism.assembly.link.RootFiles;
import org.asterism.assembly.link.Toolchain;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.verify.KernelVerifier;
import org.asterism.assembly.verify.Verification;
import org.asterism.assembly.wire.KernelWiring;
import org.asterism.assembly.wire.Wiring;

/**
 * Drives the stages of an assembly, and keeps results: nothing is linked again when nothing has changed.
 *
 * <p>A kept result is a folder named by the assembly's key. It is filled under another name and renamed when complete, so
 * that a crash or a second process leaves either nothing or all of it.
 */
public final class Assembler {
    private static final String IMAGE = "kernel.elf";
    private static final String LOCK = "kernel.lock";
    private static final String REPORT = "report.tsv";

    private final Path cache;
    private final Progress progress;
    private final ImageCompiler compiler;

    /**
     * An assembler with the ahead-of-time compiler.
     *
     * @param cache folder for results and object files; made when needed, safe to delete
     * @param progress told about every stage
     */
    public Assembler(Path cache, Progress progress) {
        this(cache, progress, new AotImageCompiler());
    }

    /**
     * An assembler with a compiler of the caller's choice.
     *
     * @param cache folder for results and object files; made when needed, safe to delete
     * @param progress told about every stage
     * @param compiler makes the image
     */
    public Assembler(Path cache, Progress progress, ImageCompiler compiler) {
        this.cache = cache;
        this.progress = progress;
        this.compiler = compiler;
    }

    /**
     * Assembles a kernel, or finds the result of an equal assembly.
     *
     * @param request what to assemble
     * @return the image
     * @throws RefusedException with one line for each reason; then nothing has been written
     * @throws IOException if a file cannot be read or written, or a tool cannot be started
     */
    public AssembledKernel assemble(AssemblyRequest request) throws RefusedException, IOException {
        AssemblyInput input = AssemblyInput.of(request);
        KernelDescriptor descriptor = input.descriptor();
        Toolchain toolchain = Toolchain.find(input.toolPrefix());
        Path kept = cache.resolve(AssemblyKey.of(descriptor, input.candidates(), input.own(), request.toolIdentity(), toolchain));
        if (!input.mistakes().isEmpty() || !Files.isDirectory(kept)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(cache), "unfinished-");
            try {
                build(input, request.lock(), toolchain, unfinished);
                keep(unfinished, kept);
            } finally {
                delete(unfinished);
            }
        }
        List<String> lock = Files.readAllLines(kept.resolve(LOCK));
        if (request.lock().isPresent()) {
            KernelLock.check(request.lock().get(), lock);
        }
        return new AssembledKernel(kept.resolve(IMAGE), kept.resolve(LOCK),
                KernelReport.parse(Files.readAllLines(kept.resolve(REPORT)), Files.size(kept.resolve(IMAGE))), descriptor.commandLine(), descriptor.initramfs());
    }

    /**
     * Does everything that can refuse a kernel before its code is compiled: resolves, verifies and wires.
     *
     * @param request what to assemble; its lock is not looked at
     * @return what would be compiled
     * @throws RefusedException with one line for each reason
     * @throws IOException if a file cannot be read or written
     */
    public CheckedKernel check(AssemblyRequest request) throws RefusedException, IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(cache), "check-");
        try {
            AssemblyInput input = AssemblyInput.of(request);
            return input.locating(() -> check(resolve(input), folder));
        } finally {
            delete(folder);
        }
    }

    private Resolution resolve(AssemblyInput input) throws RefusedException, IOException {
        Resolution resolution = input.resolve();
        progress.done("resolve", resolution.bundles().size() + " bundles of " + input.candidates().size() + " candidates, "
                + resolution.architecture());
        return resolution;
    }

    private CheckedKernel check(Resolution resolution, Path folder) throws RefusedException, IOException {
        // what is wired counts for nothing if it was not verified
        CompletableFuture<Wiring> early = CompletableFuture.supplyAsync(() -> {
            try {
                return KernelWiring.wire(resolution);
            } catch (RefusedException e) {
                throw new CompletionException(e);
            }
        });
        Verification verified = KernelVerifier.examine(resolution);
        progress.done("verify", verified.classes() + " classes");
        Wiring wiring = verified.lines().isEmpty() ? wired(early) : refuse(resolution, verified, folder);
        progress.done("wire", wiring.components().size() + " components, " + wiring.syscalls().size() + " system calls");
        return new CheckedKernel(resolution, wiring);
    }

    private void build(AssemblyInput input, Optional<Path> expected, Toolchain toolchain, Path folder) throws RefusedException, IOException {
        Resolution resolution = resolve(input);
        JavaBase javaBase = JavaBase.running();
        Optional<RootFiles> rootFiles = RootFiles.of(resolution.descriptor());
        List<String> lock = KernelLock.lines(resolution, rootFiles, toolchain, javaBase, compiler.flags(resolution.architecture()));
        if (expected.isPresent()) {
            KernelLock.check(expected.get(), lock);
        }
        Wiring wiring = input.locating(() -> check(resolution, folder)).wiring();
        ImageCompiler.Output output = compiler.compile(resolution, wiring, folder, UserCache.folder("objects"), progress);
        byte[] linked = Files.readAllBytes(output.image());
        progress.done("compile", output.summary() + ", image " + linked.length / 1024 + " KiB");
        KernelReport report = report(resolution, wiring, output, linked.length);
        Files.delete(output.image());
        Files.write(folder.resolve(IMAGE), ImageRecord.of(resolution, rootFiles, report, lock, javaBase).carriedBy(linked));
        Files.write(folder.resolve(LOCK), lock);
        Files.write(folder.resolve(REPORT), report.lines());
        Path generated = Files.createDirectories(folder.resolve("generated"));
        for (Map.Entry<String, String> source : wiring.sources().entrySet()) {
            Path file = generated.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        progress.done("lock", resolution.bundles().size() + " bundles, " + toolchain.gcc());
    }

    private static Wiring wired(CompletableFuture<Wiring> wiring) throws RefusedException {
        try {
            return wiring.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /**
     * Refuses what was not found sound. What breaks the profile is told last, because only now it is known by which calls it is reached.
     */
    private Wiring refuse(Resolution resolution, Verification verified, Path folder) throws RefusedException, IOException {
        List<String> reasons = new ArrayList<>(verified.lines());
        List<String> wrong = verified.unreadable().isEmpty() ? KernelWiring.problems(resolution)
                : KernelWiring.problemsOfPart(resolution.without(verified.unreadable()));
        reasons.addAll(wrong);
        if (verified.problems().isEmpty() && wrong.isEmpty()) {
            reasons = BreachReport.lines(verified.breaches(), compiler.reach(resolution, KernelWiring.wire(resolution), folder));
        }
        throw new RefusedException(reasons);
    }

    private static KernelReport report(Resolution resolution, Wiring wiring, ImageCompiler.Output output, long bytes) {
        List<KernelReport.BundleFigures> figures = new ArrayList<>();
        for (Bundle bundle : resolution.bundles()) {
            figures.add(new KernelReport.BundleFigures(bundle.symbolicName(), bundle.version().toString(),
                    tier(resolution, bundle),
                    figures(output, bundle.symbolicName()), resolution.reasons(bundle)));
        }
        figures.add(new KernelReport.BundleFigures("org.asterism.boot", "1.0.0", KernelReport.Tier.GENERATED,
                figures(output, "org.asterism.boot"), List.of("wires the components")));
        figures.add(new KernelReport.BundleFigures("java.base", System.getProperty("java.version"), KernelReport.Tier.PLATFORM,
                figures(output, "java.base"), List.of("the language's own classes")));
        List<KernelReport.SyscallLine> calls = wiring.syscalls().values().stream()
                .map(call -> new KernelReport.SyscallLine(call.number(), call.name(), call.provider().name(), call.partial()))
                .toList();
        return new KernelReport(bytes, figures, calls, wiring.components().stream().map(Object::toString).toList(),
                output.proofs());
    }

    private static KernelReport.Tier tier(Resolution resolution, Bundle bundle) {
        if (resolution.isPrivileged(bundle)) {
            return KernelReport.Tier.PRIVILEGED;
        }
        boolean dma = resolution.descriptor().grants().getOrDefault(bundle.symbolicName(), Set.of()).contains("dma");
        return dma ? KernelReport.Tier.DMA_TRUSTED : KernelReport.Tier.SAFE;
    }

    private static ImageCompiler.CodeFigures figures(ImageCompiler.Output output, String bundle) {
        return output.code().getOrDefault(bundle, new ImageCompiler.CodeFigures(0, 0, 0, 0));
    }

    private static void keep(Path unfinished, Path kept) throws IOException {
        try {
            Files.move(unfinished, kept, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (java.nio.file.FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // another process has finished the same assembly first; its result is as good
        } catch (java.nio.file.FileSystemException e) {
            if (!Files.isDirectory(kept)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
