package org.asterism.language.batch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.aot.CompilationRequest;
import org.asterism.aot.CompilationRequest.BundleInput;
import org.asterism.aot.Compiler;
import org.asterism.aot.LinkageException;
import org.asterism.aot.Optimization;

/**
 * Programs that run one after the other: on HotSpot, or compiled into one image. What escapes a {@code main} is caught and printed.
 *
 * @param name     of the folder below {@code target/batches} that holds index, images and logs
 * @param programs class names
 * @param classes  the folder of their classes
 * @param profile  of {@code java.base}
 * @param disabled the compiler's optimisations that are switched off
 */
public record Batch(String name, List<String> programs, Path classes, String profile, Set<Optimization> disabled) {
    private static final Path FOLDER = Path.of("target", "batches").toAbsolutePath();
    /** Longest run of any program on any machine, however busy the host is. */
    private static final int SECONDS = 1200;
    /** With more optimisations switched off than this, an image is named by their number and a hash. */
    private static final int MOST_NAMED = 2;

    /** A batch that is compiled with every optimisation. */
    public Batch(String name, List<String> programs, Path classes, String profile) {
        this(name, programs, classes, profile, Set.of());
    }

    /** A batch of programs of this module. */
    public static Batch of(String name, String profile, Class<?>... programs) {
        return new Batch(name, Stream.of(programs).map(Class::getName).toList(), harness().path(), profile);
    }

    /** A batch of all programs of this module in a package and those below it. */
    public static Batch ofPackage(String name, String profile, String packageName) throws IOException {
        return new Batch(name, ProgramFinder.find(harness().path(), packageName), harness().path(), profile);
    }

    /** The same programs, compiled without some optimisations. */
    public Batch without(Set<Optimization> optimizations) {
        return new Batch(name, programs, classes, profile, optimizations);
    }

    /** The classes of this module: the harness, and its own programs. */
    private static BundleInput harness() {
        return BundleInput.holding(Batch.class, "language", false);
    }

    private Path folder() {
        return FOLDER.resolve(name);
    }

    private BundleInput index() throws IOException {
        Path index = folder().resolve("index");
        BatchIndex.write(index, programs);
        return new BundleInput("index", index, false, Map.of());
    }

    private List<BundleInput> programBundles() throws IOException {
        List<BundleInput> bundles = new ArrayList<>(List.of(index(), harness()));
        if (!classes.equals(harness().path())) {
            bundles.add(new BundleInput("programs", classes, false, Map.of()));
        }
        return bundles;
    }

    /** Runs on HotSpot of the JVM that runs this. */
    public BatchOutput onHotSpot(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-ShowCodeDetailsInExceptionMessages", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(options));
        List<String> paths = programBundles().stream().map(bundle -> bundle.path().toString()).toList();
        command.addAll(List.of("-cp", String.join(File.pathSeparator, paths), BatchIndex.CLASS));
        HostProcess.Outcome outcome = HostProcess.run(command, Map.of(), SECONDS);
        return BatchOutput.parse("HotSpot", outcome.output(), "status " + outcome.status());
    }

    /** Compiles to a Linux process. */
    public ProcessImage compiledAsProcess() throws IOException, LinkageException {
        return new ProcessImage(compile(Machine.LINUX_PROCESS));
    }

    /**
     * Compiles for a bare machine.
     *
     * @throws IllegalArgumentException if it is none
     */
    public BareImage compiledForBare(Machine machine) throws IOException, LinkageException {
        if (machine == Machine.LINUX_PROCESS) {
            throw new IllegalArgumentException(machine + " is no bare machine");
        }
        return new BareImage(machine, compile(machine));
    }

    /** Compiles for a machine, and runs. */
    public BatchOutput on(Machine machine, int megabytes) throws IOException, LinkageException {
        return machine == Machine.LINUX_PROCESS ? compiledAsProcess().run(Map.of("ASTERISM_HEAP_LIMIT", Long.toString((long) megabytes << 20)))
                : compiledForBare(machine).boot(megabytes, "");
    }

    private Path compile(Machine machine) throws IOException, LinkageException {
        return Compiler.compile(request(machine)).elf();
    }

    /** What to compile for a machine, to look at the compiler itself. */
    public CompilationRequest request(Machine machine) throws IOException {
        List<BundleInput> bundles = machine.bundles();
        bundles.addAll(programBundles());
        String without = disabled.size() > MOST_NAMED ? "-without-" + disabled.size() + "-" + Integer.toHexString(disabled.stream().map(Enum::name).sorted().toList().hashCode())
                : disabled.stream().sorted().map(each -> "-without-" + each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining());
        Path image = folder().resolve(machine.target().name() + without + ".elf");
        return new CompilationRequest(bundles, machine.main(), machine.target(), profile, image, FOLDER.resolve("cache"), 2, line -> { }, disabled);
    }

    /** A batch as a Linux process. */
    public record ProcessImage(Path elf) {
        /** Runs it. */
        public BatchOutput run() throws IOException {
            return run(Map.of());
        }

        /** Runs it with variables that choose sizes and stress, see {@code LinuxProcess}. */
        public BatchOutput run(Map<String, String> environment) throws IOException {
            HostProcess.Outcome outcome = HostProcess.run(List.of(elf.toString()), environment, SECONDS);
            return BatchOutput.parse("the process", outcome.output(), "status " + outcome.status());
        }
    }

    /** A batch as the program of a bare machine. */
    public static final class BareImage {
        /** A nanosecond of the guest is an instruction, and two runs are alike. */
        public static final String[] COUNTED = {"-icount", "shift=0,sleep=off"};

        private final Machine machine;
        private final Path elf;

        private BareImage(Machine machine, Path elf) {
            this.machine = machine;
            this.elf = elf;
        }

        /** The image's file. */
        public Path elf() {
            return elf;
        }

        /** The same image with other machine code at the beginning of a function: to see that a test notices. */
        public BareImage broken(String symbol, int... code) throws IOException {
            Path copy = elf.resolveSibling("without-" + symbol + ".elf");
            ImagePatch.write(elf, copy, symbol, code);
            return new BareImage(machine, copy);
        }

        /** Boots it in QEMU; the programs print on the second serial port, the kernel on the first. */
        public BatchOutput boot(int megabytes, String commandLine, String... qemuOptions) throws IOException {
            Path console = elf.resolveSibling(machine.target().name() + "-console.log");
            List<String> command = machine.boot(elf, console, megabytes, commandLine);
            command.addAll(List.of(qemuOptions));
            HostProcess.Outcome outcome = HostProcess.run(command, Map.of(), SECONDS);
            String log = Files.readString(console, StandardCharsets.ISO_8859_1);
            return BatchOutput.parse("the bare machine", outcome.output(), "status " + outcome.status() + ", the kernel said:\n" + log);
        }
    }
}
