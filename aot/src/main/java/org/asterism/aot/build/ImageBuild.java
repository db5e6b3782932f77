package org.asterism.aot.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.asterism.aot.CompilationListener;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.debug.CodeRanges;
import org.asterism.aot.debug.ElfFile;
import org.asterism.aot.emit.CodeTable;
import org.asterism.aot.emit.Unit;
import org.asterism.aot.target.Target;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.World;

/** Compiles and links the parts of one image. */
public final class ImageBuild implements AutoCloseable {
    private static final List<String> OPTIMIZED = List.of("-O2", "-falign-loops=32", "-gdwarf-5", "-gno-column-info", "-g1");
    private static final List<String> UNOPTIMIZED = List.of("-Og", "-gdwarf-5", "-gno-column-info", "-g1");

    private static final Pattern INCLUDE = Pattern.compile("#include \"(.+)\"");
    /** Debugging information is a third of an image; debuggers read it compressed too. */
    private static final String COMPRESSED = "-Wl,--compress-debug-sections=zlib";

    /** The table of stack traces is made twice: empty for the first link, then filled in. */
    private static final int TABLES = 2;

    private final World world;
    private final Target target;
    private final Toolchain toolchain;
    private final ObjectCache cache;
    private final Path output;
    private final Path placed;
    private final int jobs;
    private final List<String> optimized;
    private final String prelude;
    private final ExecutorService workers;
    private final List<CompletableFuture<List<Path>>> objects = new ArrayList<>();
    private final AssemblyFrames assemblyFrames = new AssemblyFrames();
    private List<Path> inputs = List.of();

    /** A build of one image. */
    public ImageBuild(World world, Target target, Path cache, Path output, int jobs, Optimizations optimizations) throws IOException {
        this.world = world;
        this.target = target;
        this.toolchain = new Toolchain(target.toolPrefix());
        this.cache = new ObjectCache(cache, toolchain);
        this.output = output;
        this.placed = output.resolveSibling(output.getFileName() + ".placed");
        this.jobs = jobs;
        this.workers = Executors.newFixedThreadPool(jobs);
        this.optimized = new ArrayList<>(optimizations.include(Optimization.C_OPTIMIZATION) ? OPTIMIZED : UNOPTIMIZED);
        if (!optimizations.include(Optimization.INLINING)) {
            optimized.add("-fno-inline");
        }
        this.prelude = String.join("\n", target.definitions()) + "\n" + resource("prelude.h");
    }

    /** How many units, data and assembly files the image consists of. */
    public int sources() {
        return objects.size() + TABLES;
    }

    /** How many of them were not in the cache. */
    public int compiled() {
        return cache.compiled();
    }

    /**
     * What writes a unit.
     *
     * @param size how much there is to write, in any measure
     * @param writer called once
     */
    public record Emission(int size, Supplier<Unit> writer) {
    }

    /**
     * Begins to make objects of units, each as soon as it is written, and returns when all are written. Large ones are begun first, so that at
     * the end nothing waits for one of them alone.
     *
     * @param units what writes them, in the order in which they are linked; called by several threads at once
     * @param listener told how many are ready
     * @return how many they are
     */
    public int start(List<Emission> units, CompilationListener listener) {
        List<CompletableFuture<Unit>> written = new ArrayList<>();
        units.forEach(unit -> written.add(new CompletableFuture<>()));
        written.forEach(unit -> objects.add(unit.thenApply(this::objects)));
        IntStream.range(0, units.size()).boxed().sorted(Comparator.comparing(index -> -units.get(index).size()))
                .forEach(index -> written.get(index).completeAsync(units.get(index).writer(), workers));
        await(written, listener);
        return written.size();
    }

    /**
     * Begins to make what is not of units, but for the table of stack traces.
     *
     * @param data the generated assembler file
     */
    public void start(String data) throws IOException {
        start("memory.c", prelude + resource("memory.c"), flags(optimized));
        start("image.s", data, target.machineFlags());
        addAssembly();
    }

    /**
     * Waits for everything that was started.
     *
     * @param listener told how many units are ready
     */
    public void await(CompilationListener listener) {
        inputs = await(objects, listener).stream().flatMap(List::stream).toList();
    }

    /** Stops what is still being made, and deletes what served to make the rest. */
    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(placed);
    }

    /** What functions take of the stack, of all that was started. */
    public FrameSizes frames() throws IOException {
        return FrameSizes.of(inputs);
    }

    /** What the assembly of the bundles takes of the stack. */
    public AssemblyFrames assemblyFrames() {
        return assemblyFrames;
    }

    /**
     * Begins to place all code by a first link, which tells what stack traces are to say about it.
     *
     * @return the text of the filled table
     */
    public CompletableFuture<String> place(CodeTable codeTable) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                link(placed, cache.object("table.s", codeTable.text(List.of()), "", target.machineFlags()), List.of());
                return codeTable.text(CodeRanges.read(ElfFile.read(placed)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, workers);
    }

    /**
     * Makes the ELF file.
     *
     * @param table the table of stack traces, for code as {@link #place} has placed it
     */
    public void link(CompletableFuture<String> table) throws IOException {
        link(output, cache.object("table.s", get(table), "", target.machineFlags()), List.of(COMPRESSED, "-Wl,-Map=" + output.toAbsolutePath() + ".map"));
        if (!ElfFile.read(output).codeSymbols().equals(ElfFile.read(placed).codeSymbols())) {
            throw new BuildException("code moved when the table of stack traces was put in: the linker script must place "
                    + ".rodata behind .text");
        }
    }

    private void start(String fileName, String source, List<String> flags) {
        objects.add(CompletableFuture.supplyAsync(() -> List.of(cache.object(fileName, source, "", flags)), workers));
    }

    /** The objects of one unit. */
    private List<Path> objects(Unit unit) {
        List<Path> paths = new ArrayList<>();
        List<String> flags = flags(UnitPlan.isApart(unit.name()) ? UNOPTIMIZED : optimized);
        paths.add(object(unit.name(), unit.text(), flags));
        if (unit.hasFloatingPart()) {
            flags.addAll(target.floatingFlags());
            paths.add(object(unit.name() + ".floating", unit.floatingText(), flags));
        }
        return paths;
    }

    private Path object(String name, String text, List<String> flags) {
        return cache.object(name + ".c", "#line 1 \"prelude.h\"\n" + prelude + "#line 1 \"" + name + ".c\"\n" + text, "", flags);
    }

    private List<String> flags(List<String> optimization) {
        List<String> flags = new ArrayList<>(target.compilerFlags());
        flags.addAll(optimization);
        return flags;
    }

    private void addAssembly() {
        for (Bundle bundle : world.bundles()) {
            if (!bundle.privileged() || bundle.isJavaBase()) {
                continue;
            }
            for (String file : bundle.classes().list("asm/" + target.arch(), ".S")) {
                String name = file.substring(file.lastIndexOf('/') + 1);
                String source = withIncluded(name, new String(bundle.classes().read(file).orElseThrow(), StandardCharsets.UTF_8));
                assemblyFrames.add(source);
                start(bundle.name() + "." + name, source, flags(List.of("-g")));
            }
        }
    }

    /** Puts in place what assembly includes: files of {@code asm/} in any privileged bundle, for every architecture. */
    private String withIncluded(String name, String source) {
        StringBuilder text = new StringBuilder("#line 1 \"" + name + "\"\n");
        int number = 1;
        for (String line : source.split("\n", -1)) {
            number++;
            Matcher include = INCLUDE.matcher(line);
            if (include.matches()) {
                text.append("#line 1 \"").append(include.group(1)).append("\"\n").append(included(name, include.group(1)))
                        .append("#line ").append(number).append(" \"").append(name).append("\"\n");
            } else {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private String included(String by, String name) {
        for (Bundle bundle : world.bundles()) {
            Optional<byte[]> file = bundle.privileged() && !bundle.isJavaBase() ? bundle.classes().read("asm/" + name) : Optional.empty();
            if (file.isPresent()) {
                return new String(file.get(), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalStateException(by + " includes " + name + ", but no privileged bundle has asm/" + name);
    }

    /** Waits for results, and meanwhile tells how many objects are ready. */
    private <T> List<T> await(List<CompletableFuture<T>> results, CompilationListener listener) {
        CompletableFuture<Void> all = CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            try {
                all.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException unfinished) {
                int done = (int) objects.stream().filter(Future::isDone).count();
                listener.units(done, objects.size(), Math.max(0, cache.compiled() - jobs));
            } catch (ExecutionException failed) {
                break; // the first that failed is told below
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BuildException("interrupted");
            }
        }
        return results.stream().map(ImageBuild::get).toList();
    }

    /** Waits for a result, and throws what kept it from being made. */
    private static <T> T get(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new BuildException(e.getCause().toString());
        }
    }

    private void link(Path image, Path table, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(target.linkerFlags());
        arguments.addAll(more);
        for (Bundle bundle : world.bundles()) {
            if (bundle.privileged() && !bundle.isJavaBase()) {
                for (String file : bundle.classes().list("asm/" + target.arch(), ".ld")) {
                    Path script = output.resolveSibling(output.getFileName() + ".ld");
                    Files.write(script, bundle.classes().read(file).orElseThrow());
                    arguments.addAll(List.of("-T", script.toAbsolutePath().toString()));
                }
            }
        }
        inputs.forEach(input -> arguments.add(input.toAbsolutePath().toString()));
        arguments.add(table.toAbsolutePath().toString());
        arguments.addAll(List.of("-o", image.toAbsolutePath().toString()));
        toolchain.compile(image.toAbsolutePath().getParent(), arguments);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ImageBuild.class.getResourceAsStream("/org/asterism/aot/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
