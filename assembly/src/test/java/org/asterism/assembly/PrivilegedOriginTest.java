package org.asterism.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.resolve.Resolution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar does not become privileged by the name in its manifest. */
class PrivilegedOriginTest {
    private static final String CORE = "org.asterism.ostd.core";

    @TempDir
    Path folder;

    private Path modules;
    private Path foreign;
    private Bundle own;

    @BeforeEach
    void buildTheCore() throws IOException {
        modules = Files.createDirectory(folder.resolve("modules"));
        foreign = Files.createDirectory(folder.resolve("foreign"));
        own = Contracts.core(modules);
        TestBundle.of("org.example.entry", "1.0.0").on(Contracts.api(modules))
                .source("org.example.entry.Entry", "@org.osgi.service.component.annotations.Component\n"
                        + "public final class Entry implements org.asterism.kernel.KernelEntry { public void start() { } }")
                .in(modules);
    }

    private Bundle impostor() {
        return TestBundle.of(CORE, "9.0.0").exports("org.asterism.ostd.unsafe", "1.0.0")
                .source("org.asterism.ostd.unsafe.Address", "public final class Address { public static native void storeLong(long address, long value); }")
                .header("Provide-Capability", "ostd.arch;arch=x86_64")
                .in(foreign);
    }

    private AssemblyInput input(String privileged) throws IOException, RefusedException {
        Path descriptor = Files.writeString(folder.resolve("kernel.bndrun"),
                "-runrequires: bnd.identity;id=org.example.entry, bnd.identity;id=" + CORE + "\n-ostd-privileged: " + privileged + "\n-ostd-bundles: foreign\n");
        return AssemblyInput.of(new AssemblyRequest(descriptor, List.of(), modules, "tool", Optional.empty()));
    }

    private List<String> refusal(String privileged) throws IOException, RefusedException {
        AssemblyInput input = input(privileged);
        return catchThrowableOfType(RefusedException.class, input::resolve).reasons();
    }

    private String chosenCore(String privileged) throws IOException, RefusedException {
        return input(privileged).resolve().bundle(CORE).orElseThrow().toString();
    }

    @Test
    void anImpostorOfAHigherVersionIsRefusedInOneLine() throws Exception {
        Bundle impostor = impostor();

        assertThat(refusal(CORE)).containsExactly(impostor.file() + ": is " + CORE + " 9.0.0, but not the one that comes with this tool,"
                + " and -ostd-privileged trusts that name; take it away, or say that you trust it: -ostd-privileged: " + CORE + ";sha256="
                + impostor.sha256());
    }

    @Test
    void withoutTheCheckTheImpostorWouldBePrivileged() throws Exception {
        impostor();
        AssemblyInput input = input(CORE);

        Resolution resolution = KernelResolver.resolve(input.descriptor(), BundlePool.read(input.candidates(), new ArrayList<>()));

        assertThat(resolution.bundle(CORE)).hasValueSatisfying(chosen -> {
            assertThat(chosen).hasToString(CORE + " 9.0.0");
            assertThat(resolution.isPrivileged(chosen)).isTrue();
        });
    }

    @Test
    void aCopyOfTheToolsOwnJarIsThatJar() throws Exception {
        Files.copy(own.file(), foreign.resolve("copy.jar"));

        assertThat(chosenCore(CORE)).isEqualTo(CORE + " 1.0.0");
    }

    @Test
    void aJarIsTrustedByItsHash() throws Exception {
        Bundle other = impostor();

        assertThat(chosenCore(CORE + ";sha256=" + other.sha256())).isEqualTo(CORE + " 9.0.0");
        assertThat(chosenCore(CORE + ";sha256=" + own.sha256())).isEqualTo(CORE + " 1.0.0");
        String none = "0".repeat(64);
        assertThat(refusal(CORE + ";sha256=" + none)).hasSize(2)
                .anySatisfy(line -> assertThat(line).isEqualTo(other.file() + ": is " + CORE + " 9.0.0, but -ostd-privileged trusts another of that name,"
                        + " with sha256 " + none + "; add that, or say that you trust this one: " + CORE + ";sha256=" + other.sha256()));
    }

    @Test
    void whatIsNoHashIsRefused() throws Exception {
        assertThat(refusal(CORE + ";sha256=abc")).containsExactly(folder.resolve("kernel.bndrun") + ":2: -ostd-privileged says sha256=abc of " + CORE
                + "; write its name alone, or " + CORE + ";sha256=HASH with the 64 digits that sha256sum prints for its jar");
    }

    private Bundle frame(Path place, String symbolicName, String tier) {
        return TestBundle.of(symbolicName, "1.0.0").source("org.example.seam.Seam", "public interface Seam { }")
                .header("Export-Package", "org.example.seam;version=1.0" + tier).in(place);
    }

    @Test
    void whoeverTakesThePlaceOfPrivilegedPackagesOfTheSafeApiIsRefused() throws Exception {
        Bundle frame = frame(modules, "org.example.frame", ";ostd.tier=privileged");
        Files.copy(frame.file(), foreign.resolve("copy.jar"));
        assertThat(chosenCore(CORE)).isEqualTo(CORE + " 1.0.0");

        Bundle usurper = frame(foreign, "org.example.usurper", "");
        assertThat(refusal(CORE)).containsExactly(usurper.file() + ": is org.example.usurper 1.0.0, and exports what the privileged bundles of this tool"
                + " bind themselves to, but does not come with it; take it away, or say that you trust it: -ostd-privileged: org.example.usurper;sha256="
                + usurper.sha256());
        assertThat(chosenCore(CORE + ", org.example.usurper;sha256=" + usurper.sha256())).isEqualTo(CORE + " 1.0.0");
    }

    @Test
    void withoutTheCheckTheUsurperWouldHoldTheSeam() throws Exception {
        frame(modules, "org.example.frame", ";ostd.tier=privileged");
        Bundle usurper = frame(foreign, "org.example.usurper", "");
        TestBundle.of("org.example.entry", "1.0.0").on(Contracts.api(modules), usurper)
                .source("org.example.entry.Entry", "@org.osgi.service.component.annotations.Component\n"
                        + "public final class Entry implements org.asterism.kernel.KernelEntry, org.example.seam.Seam { public void start() { } }")
                .in(modules);
        AssemblyInput input = input(CORE);

        Resolution resolution = KernelResolver.resolve(input.descriptor(), BundlePool.read(input.candidates(), new ArrayList<>()));

        assertThat(resolution.packageWires().get(resolution.bundle("org.example.entry").orElseThrow()).get("org.example.seam")).hasToString(usurper.toString());
    }
}
