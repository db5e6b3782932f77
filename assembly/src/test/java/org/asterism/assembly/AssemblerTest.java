package org.asterism.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.asterism.assembly.link.ImageCompiler;
import org.asterism.assembly.link.ImageRecord;
import org.asterism.assembly.link.KernelReport;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline around a compiler that writes a fixed image: what is kept, what is refused, what is written. */
class AssemblerTest {
    @TempDir
    Path folder;

    private Path modules;
    private Path cache;
    private int compilations;

    @BeforeEach
    void buildModules() throws IOException {
        modules = Files.createDirectory(folder.resolve("modules"));
        cache = folder.resolve("cache");
        Contracts.api(modules);
        Contracts.core(modules);
        service("1.0.0", "start");
    }

    private void service(String version, String word) {
        TestBundle.of("org.example.service", version).on(Contracts.api(modules))
                .source("org.example.service.Entry", "@org.osgi.service.component.annotations.Component\n"
                        + "public final class Entry implements org.asterism.kernel.KernelEntry {\n"
                        + "public String word() { return \"" + word + "\"; } public void start() { } }")
                .header("Bundle-License", "LicenseRef-Example").header("Bundle-SCM", "https://example.org/service.git")
                .replacing("META-INF/NOTICE", "Copyright of nobody".getBytes(StandardCharsets.UTF_8))
                .in(modules);
    }

    private Path descriptor(String requires) throws IOException {
        return Files.writeString(folder.resolve("kernel.bndrun"), "-runrequires: " + requires
                + ", bnd.identity;id=org.asterism.ostd.core\n-ostd-privileged: org.asterism.ostd.core\n-ostd-cmdline: loglevel=3\n");
    }

    private Assembler assembler() {
        ImageCompiler compiler = (resolution, wiring, output, objects, progress) -> {
            compilations++;
            Path image = Files.write(output.resolve("image"), ("\u007fELF\2\1" + "\0".repeat(58) + "image " + wiring.sources()).getBytes(StandardCharsets.UTF_8));
            return new ImageCompiler.Output(image, Map.of("java.base", new ImageCompiler.CodeFigures(3, 100, 7, 0)), "done", ImageCompiler.Proofs.NONE);
        };
        return new Assembler(cache, Progress.silent(), compiler);
    }

    private AssemblyRequest request(Path descriptor, Optional<Path> lock) {
        return new AssemblyRequest(descriptor, List.of(), modules, "tool", lock);
    }

    private AssembledKernel assemble(Path descriptor, Optional<Path> lock) throws RefusedException, IOException {
        return assembler().assemble(request(descriptor, lock));
    }

    private AssembledKernel assemble() throws RefusedException, IOException {
        return assemble(descriptor("bnd.identity;id=org.example.service"), Optional.empty());
    }

    @Test
    void runsEveryStageAndReports() throws Exception {
        AssembledKernel kernel = assemble();

        assertThat(Files.readString(kernel.image(), StandardCharsets.ISO_8859_1)).contains("image {org/asterism/boot/Boot.java=");
        assertThat(kernel.commandLine()).isEqualTo("loglevel=3");
        assertThat(kernel.report().bundles()).extracting(figures -> figures.name() + " " + figures.tier())
                .contains("org.example.service SAFE", "org.asterism.ostd.core PRIVILEGED", "java.base PLATFORM");
        assertThat(Files.readAllLines(kernel.lock()))
                .anyMatch(line -> line.matches("bundle org.asterism.ostd.core 1.0.0 sha256:[0-9a-f]{64} privileged"))
                .anyMatch(line -> line.startsWith("gcc "))
                .noneMatch(line -> line.contains(folder.toString()));
    }

    @Test
    void anImageTellsByItselfWhatItIsMadeOf() throws Exception {
        Path elsewhere = Files.copy(assemble().image(), folder.resolve("copied.elf"));

        ImageRecord record = ImageRecord.read(elsewhere);

        assertThat(record.report().imageBytes()).isEqualTo(Files.size(elsewhere));
        assertThat(record.report().bundles()).extracting(KernelReport.BundleFigures::name).contains("org.example.service", "java.base");
        assertThat(record.lock()).anyMatch(line -> line.startsWith("bundle org.example.service 1.0.0 sha256:"));
        assertThat(record.licences()).contains("org.example.service 1.0.0: LicenseRef-Example", "    source: https://example.org/service.git",
                "org.asterism.ostd.core 1.0.0: no licence stated; ask its author", "    | Copyright of nobody")
                .anyMatch(line -> line.startsWith("java.base of OpenJDK 17") && line.endsWith(": GPL-2.0-only WITH Classpath-exception-2.0"));
        Path foreign = Files.write(folder.resolve("foreign.elf"), Arrays.copyOf(Files.readAllBytes(elsewhere), 64));
        assertThat(catchThrowableOfType(RefusedException.class, () -> ImageRecord.read(foreign)))
                .hasMessageContaining("foreign.elf: has no section .asterism.report, so it is no image of asterism assemble");
    }

    @Test
    void checksEverythingThatCanBeRefusedWithoutCompiling() throws Exception {
        AssemblyRequest request = request(descriptor("bnd.identity;id=org.example.service"), Optional.empty());

        CheckedKernel checked = assembler().check(request);

        assertThat(checked.wiring().components()).hasToString("[org.example.service.Entry]");
        assertThat(compilations).isZero();
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nothingIsLinkedAgainWhenNothingHasChanged() throws Exception {
        Path first = assemble().image();
        Path second = assemble().image();
        assertThat(second).isEqualTo(first);
        assertThat(compilations).isEqualTo(1);

        service("1.0.0", "changed");
        assertThat(assemble().image()).isNotEqualTo(first);
        assertThat(compilations).isEqualTo(2);
    }

    @Test
    void aRefusalLeavesNothingBehind() throws Exception {
        Path descriptor = descriptor("bnd.identity;id=org.example.none");

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> assemble(descriptor, Optional.empty()));

        assertThat(refused).hasMessageContaining("needs bundle org.example.none");
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatTheProfileDoesNotHoldIsRefusedWithThePathThatReachesIt() throws Exception {
        TestBundle.of("org.example.service", "1.0.0").on(Contracts.api(modules))
                .source("org.example.service.Entry", """
                        @org.osgi.service.component.annotations.Component
                        public final class Entry implements org.asterism.kernel.KernelEntry {
                            public void start() { text(1); }
                            private String text(int number) { return String.format("%d", number); }
                            private boolean unused(String text) { return java.util.regex.Pattern.matches("a*", text); }
                        }""")
                .in(modules);
        String start = "org.example.service.Entry.start()V";
        String text = "org.example.service.Entry.text(I)Ljava/lang/String;";
        ImageCompiler compiler = new ImageCompiler() {
            @Override
            public Output compile(Resolution resolution, Wiring wiring, Path output, Path objects, Progress progress) {
                throw new AssertionError("what is refused is not compiled");
            }

            @Override
            public Reached reach(Resolution resolution, Wiring wiring, Path output) {
                return new Reached(Map.of(text, List.of(start, text)), Map.of(text, List.of("the same again"), start, List.of("something else")));
            }
        };

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> new Assembler(cache, Progress.silent(), compiler)
                .assemble(new AssemblyRequest(descriptor("bnd.identity;id=org.example.service"), List.of(), modules, "tool", Optional.empty())));

        assertThat(refused.reasons()).containsExactly(
                "org.example.service 1.0.0: org.example.service.Entry.text(int): uses java.lang.String.format, which profile 'kernel' withholds;"
                        + " choose -ostd-profile: full, which has it [reached by org.example.service.Entry.start -> org.example.service.Entry.text]",
                "org.example.service 1.0.0: org.example.service.Entry.unused(String): names java.util.regex.Pattern, which profile 'kernel' does not hold;"
                        + " choose -ostd-profile: full, which has it [not reached by any component]",
                "something else");
    }

    @Test
    void aLockRefusesDrift() throws Exception {
        Path lock = Files.copy(assemble().lock(), folder.resolve("kernel.lock"));
        assertThat(assemble(descriptor("bnd.identity;id=org.example.service"), Optional.of(lock)).image()).exists();

        service("1.0.0", "changed");
        int before = compilations;
        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> assemble(descriptor("bnd.identity;id=org.example.service"), Optional.of(lock)));

        assertThat(compilations).as("what is refused is not compiled").isEqualTo(before);

        assertThat(refused.reasons()).hasSize(2)
                .anyMatch(reason -> reason.startsWith("locked, but not so now: bundle org.example.service 1.0.0"))
                .anyMatch(reason -> reason.startsWith("now, but not locked: bundle org.example.service 1.0.0"));
    }
}
