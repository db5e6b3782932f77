package org.asterism.aot.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.aot.CompilationListener;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.debug.CodeRanges;
import org.asterism.aot.emit.CodeTable;
import org.asterism.aot.emit.Unit;
import org.asterism.aot.target.Target;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.World;

/** Compiles and links the parts of one image. */
public final class ImageBuild {
    private static final List<String> OPTIMIZED = List.of("-O2", "-falign-loops=32", "-gdwarf-5", "-gno-column-info", "-g1");
    private static final List<String> UNOPTIMIZED = List.of("-Og", "-gdwarf-5", "-gno-column-info", "-g1");

    private static final Pattern INCLUDE = Pattern.compile("#include \"(.+)\"");
    /** Debugging information is a third of an image; debuggers read it compressed too. */
    private static final List<String> COMPRESSED = List.of("-Wl,--compress-debug-sections=zlib");

    /** The table of stack traces is made twice: empty for the first link, then filled in. */
    private static final int TABLES = 2;

    private final World world;
    private final Target target;
    private final Toolchain toolchain;
    private final ObjectCache cache;
    private final Path output;
    private final int jobs;
    private final List<String> optimized;
    private final String prelude;
    private final List<Future<Path>> objects = new ArrayList<>();
    private final AssemblyFrames assemblyFrames = new AssemblyFrames();
    private List<Path> inputs = List.of();

    /** A build of one image. */
    public ImageBuild(World world, Target target, Path cache, Path output, int jobs, Optimizations optimizations) throws IOException {
        this.world = world;
        this.target = target;
        this.toolchain = new Toolchain(target.toolPrefix());
        this.cache = new ObjectCache(cache, toolchain);
        this.output = output;
        this.jobs = jobs;
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
     * Compiles everything but the table of stack traces.
     *
     * @param data the generated assembler file
     * @param listener told how many units are ready
     */
    public void compile(List<Unit> units, String data, CompilationListener listener) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            for (Unit unit : units) {
                List<String> flags = flags(unit.name().endsWith(".init") ? UNOPTIMIZED : optimized);
                compile(workers, unit.name(), unit.text(), flags);
                if (unit.hasFloatingPart()) {
                    List<String> floating = new ArrayList<>(flags);
                    floating.addAll(target.floatingFlags());
                    compile(workers, unit.name() + ".floating", unit.floatingText(), floating);
                }
            }
            String memory = prelude + resource("memory.c");
            objects.add(workers.submit(() -> cache.object("memory.c", memory, "", flags(optimized))));
            objects.add(workers.submit(() -> cache.object("image.s", data, "", target.machineFlags())));
            addAssembly(workers);
            inputs = await(listener);
        } finally {
            workers.shutdownNow();
        }
    }

    /** What functions take of the stack, of what {@link #compile} has compiled. */
    public FrameSizes frames() throws IOException {
        return FrameSizes.of(inputs);
    }

    /** The largest frame that a function may have, in bytes. */
    public int largestFrame() {
        return target.largestFrame();
    }

    /** What the assembly of the bundles takes of the stack. */
    public AssemblyFrames assemblyFrames() {
        return assemblyFrames;
    }

    /**
     * Makes the ELF file of what {@link #compile} has compiled.
     *
     * @param codeTable what stack traces say about code; it is filled in when a first link has placed all code
     */
    public void link(CodeTable codeTable) throws IOException {
        link(inputs, cache.object("table.s", codeTable.text(List.of()), "", target.machineFlags()), List.of());
        Map<Long, String> addresses = SymbolSizes.addresses(toolchain, output);
        link(inputs, cache.object("table.s", codeTable.text(CodeRanges.read(output)), "", target.machineFlags()), COMPRESSED);
        if (!SymbolSizes.addresses(toolchain, output).equals(addresses)) {
            throw new BuildException("code moved when the table of stack traces was put in: the linker script must place "
                    + ".rodata behind .text");
        }
    }

    private void compile(ExecutorService workers, String name, String text, List<String> flags) {
        String source = "#line 1 \"prelude.h\"\n" + prelude + "#line 1 \"" + name + ".c\"\n" + text;
        objects.add(workers.submit(() -> cache.object(name + ".c", source, "", flags)));
    }

    private List<String> flags(List<String> optimization) {
        List<String> flags = new ArrayList<>(target.compilerFlags());
        flags.addAll(optimization);
        return flags;
    }

    private void addAssembly(ExecutorService workers) {
        for (Bundle bundle : world.bundles()) {
            if (!bundle.privileged() || bundle.isJavaBase()) {
                continue;
            }
            for (String file : bundle.classes().list("asm/" + target.arch(), ".S")) {
                String name = file.substring(file.lastIndexOf('/') + 1);
                String source = withIncluded(name, new String(bundle.classes().read(file).orElseThrow(), StandardCharsets.UTF_8));
                assemblyFrames.add(source);
                objects.add(workers.submit(() -> cache.object(bundle.name() + "." + name, source, "", flags(List.of("-g")))));
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

    private List<Path> await(CompilationListener listener) {
        List<Path> paths = new ArrayList<>();
        try {
            while (paths.size() < objects.size()) {
                try {
                    paths.add(objects.get(paths.size()).get(1, TimeUnit.SECONDS));
                } catch (TimeoutException unfinished) {
                    int done = (int) objects.stream().filter(Future::isDone).count();
                    listener.units(done, objects.size(), Math.max(0, cache.compiled() - jobs));
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new BuildException(e.getCause().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildException("interrupted");
        }
        return paths;
    }

    private void link(List<Path> inputs, Path table, List<String> more) throws IOException {
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
        arguments.add("-Wl,-Map=" + output.toAbsolutePath() + ".map");
        inputs.forEach(input -> arguments.add(input.toAbsolutePath().toString()));
        arguments.add(table.toAbsolutePath().toString());
        arguments.addAll(List.of("-o", output.toAbsolutePath().toString()));
        toolchain.compile(output.toAbsolutePath().getParent(), arguments);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ImageBuild.class.getResourceAsStream("/org/asterism/aot/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
