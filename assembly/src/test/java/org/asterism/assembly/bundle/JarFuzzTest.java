package org.asterism.assembly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.FuzzTries;
import org.asterism.assembly.Mutation;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.resolve.KernelResolver;

/** Damaged and forged jars and manifests: a bundle, no bundle or a refusal, never a crash; and what is a bundle resolves or is refused. */
class JarFuzzTest {
    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: org.example.service;singleton:=true
            Bundle-Version: 1.2.3.qualifier
            Export-Package: org.example.service;version="1.2.0";uses:="org.example
             .other",org.example.other;version="2.0"
            Import-Package: java.lang,java.util,org.asterism.ostd.sync;version="[1.0,2)"
            Provide-Capability: osgi.service;objectClass:List<String>="java.lang.Runnable"
            Require-Capability: osgi.ee;filter:="(&(osgi.ee=JavaSE)(version=17))",osgi.service;
             filter:="(|(objectClass=java.lang.Runnable)(!(a=b)))";effective:=active;resolution:=optional
            Service-Component: OSGI-INF/a.xml,OSGI-INF/b.xml

            """.replace("\n", "\r\n");

    private static Path folder;
    private static Bundle core;

    @BeforeContainer
    static void buildTheCore() throws IOException {
        folder = Files.createTempDirectory("fuzz");
        core = Contracts.core(folder);
    }

    @AfterContainer
    static void clean() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Mutation.ofFiles();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(FuzzTries.class)
    void aDamagedJarIsReadOrRefused(@ForAll("mutations") List<Mutation> mutations) throws IOException {
        read(Mutation.apply(mutations, HostileJar.bundle().entry("a/b.txt", new byte[300]).stored("a/c", new byte[20]).bytes()));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(FuzzTries.class)
    void aDamagedManifestIsReadOrRefused(@ForAll("mutations") List<Mutation> mutations) throws IOException {
        byte[] manifest = Mutation.apply(mutations, MANIFEST.getBytes(StandardCharsets.UTF_8));
        read(HostileJar.withManifestOf(manifest).bytes()).ifPresent(JarFuzzTest::resolve);
    }

    private static Optional<Bundle> read(byte[] jar) throws IOException {
        Path file = Files.write(folder.resolve("damaged.jar"), jar);
        try {
            return BundleReader.read(file);
        } catch (RefusedException e) {
            assertThat(e.reasons()).singleElement().asString().startsWith(file + ": ").doesNotContain("\n");
            return Optional.empty();
        }
    }

    private static void resolve(Bundle bundle) {
        try {
            KernelResolver.resolve(Descriptors.of(folder, "-runrequires: bnd.identity;id=org.asterism.ostd.core, bnd.identity;id=\"" + bundle.symbolicName()
                    + "\"\n-ostd-privileged: org.asterism.ostd.core"), BundlePool.of(List.of(core, bundle)));
        } catch (RefusedException e) {
            assertThat(e.reasons()).isNotEmpty();
        }
    }
}
