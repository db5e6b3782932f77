package org.asterism.assembly.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.assembly.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One hostile jar for each way in: refused in one line, and read when the check is switched off. */
class HostileJarsTest {
    private static final byte[] SMALL = new byte[8];

    @TempDir
    Path folder;

    record Case(String name, JarCheck check, String line, Supplier<byte[]> jar) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("a path that climbs", JarCheck.ENTRY_NAME, "holds entry '../../etc/passwd', whose path leads elsewhere",
                        () -> HostileJar.bundle().entry("../../etc/passwd", SMALL).bytes()),
                new Case("an absolute path", JarCheck.ENTRY_NAME, "holds entry '/etc/passwd'", () -> HostileJar.bundle().entry("/etc/passwd", SMALL).bytes()),
                new Case("a path of Windows", JarCheck.ENTRY_NAME, "holds entry 'C:\\x'", () -> HostileJar.bundle().entry("C:\\x", SMALL).bytes()),
                new Case("a path with a line break", JarCheck.ENTRY_NAME, "holds entry 'a?b'", () -> HostileJar.bundle().entry("a\nb", SMALL).bytes()),
                new Case("a link", JarCheck.ENTRY_KIND, "holds entry 'org/Link.txt', which some readers take for a link, or for one of another name",
                        () -> HostileJar.bundle().entry("org/Link.txt", SMALL).withMode(0120777)),
                new Case("an entry with two names", JarCheck.ENTRY_KIND, "holds entry 'org/Name.txt', which some readers take for a link",
                        () -> HostileJar.bundle().entry("org/Name.txt", SMALL, HostileJar.unicodePath("org/Other.txt")).bytes()),
                new Case("one path twice", JarCheck.DUPLICATE, "holds org/First.txt twice; rebuild the jar",
                        () -> HostileJar.bundle().entry("org/First.txt", SMALL).entry("org/Other.txt", SMALL).replacing("Other", "First")),
                new Case("two manifests", JarCheck.DUPLICATE, "holds meta-inf/manifest.mf twice", () -> HostileJar.bundle().entry("meta-inf/manifest.mf", SMALL).bytes()),
                new Case("a file that is also a folder", JarCheck.DUPLICATE, "holds org/example both as a file and as a folder",
                        () -> HostileJar.bundle().entry("org/example", SMALL).bytes()),
                new Case("an entry under two names", JarCheck.DIRECTORY, "entry org/Other.txt has a header that says something else than the directory",
                        () -> HostileJar.bundle().entry("org/First.txt", SMALL).replacingInDirectory("First", "Other")),
                new Case("an entry that the directory hides", JarCheck.DIRECTORY, "holds bytes that no entry of its directory owns",
                        () -> HostileJar.bundle().entry("org/Hidden.txt", SMALL).hidingTheLast()),
                new Case("an entry that is damaged", JarCheck.CONTENT, "entry org/Text.txt does not expand to the 5 bytes that the directory says",
                        () -> HostileJar.bundle().stored("org/Text.txt", "hello".getBytes(StandardCharsets.UTF_8)).replacing("hello", "jello")),
                new Case("a zip bomb", JarCheck.RATIO, "bytes, more than 100 times; leave it out, or store it unpacked",
                        () -> HostileJar.bundle().entry("bomb", new byte[12 << 20]).bytes()),
                new Case("an entry of 17 MiB", JarCheck.SIZE, "entry big expands to 17825792 bytes, more than 16777216; leave it out",
                        () -> HostileJar.bundle().stored("big", new byte[17 << 20]).bytes()),
                new Case("a manifest of 2 MiB", JarCheck.SIZE, "has a manifest of 2000", () -> HostileJar.withStoredManifest(
                        "Bundle-SymbolicName: org.example.rogue\r\nX-Noise: 0\r\n" + " 123456789abcdefg\r\n".repeat(105_260)).bytes()),
                new Case("ten thousand entries", JarCheck.COUNT, "holds 10005 entries, more than 10000; split the bundle", HostileJarsTest::crowd),
                new Case("a manifest that says two names", JarCheck.MANIFEST, "says Bundle-SymbolicName twice in its manifest",
                        () -> HostileJar.withManifest("Bundle-SymbolicName: a\r\nBundle-SymbolicName: b\r\n").bytes()),
                new Case("a name that is a path", JarCheck.MANIFEST, "has Bundle-SymbolicName '../../evil', which is not one",
                        () -> HostileJar.withManifest("Bundle-SymbolicName: ../../evil\r\n").bytes()));
    }

    private static byte[] crowd() {
        HostileJar jar = HostileJar.bundle();
        for (int i = 0; i < 10_003; i++) {
            jar.entry("f" + i, new byte[0]);
        }
        return jar.bytes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedInOneLineAndByThatCheck(Case hostile) throws Exception {
        Path jar = Files.write(folder.resolve("rogue.jar"), hostile.jar().get());

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> BundleReader.read(jar));
        assertThat(refused.reasons()).singleElement().asString().startsWith(jar + ": ").contains(hostile.line()).contains("; ").doesNotContain("\n");

        assertThat(BundleReader.read(jar, EnumSet.complementOf(EnumSet.of(hostile.check())))).as("read without %s", hostile.check()).isPresent();
    }

    @Test
    void everyCheckHasAHostileJar() {
        assertThat(cases().map(Case::check).collect(Collectors.toSet())).isEqualTo(Set.of(JarCheck.values()));
    }

    @Test
    void whatIsNoJarIsRefusedWithTheRemedy() throws IOException {
        byte[] whole = HostileJar.bundle().bytes();
        for (byte[] bytes : new byte[][] {{}, new byte[100], Arrays.copyOf(whole, whole.length - 30), Arrays.copyOfRange(whole, 20, whole.length)}) {
            Path jar = Files.write(folder.resolve("rogue.jar"), bytes);
            RefusedException refused = catchThrowableOfType(RefusedException.class, () -> BundleReader.read(jar));
            assertThat(refused).hasMessageStartingWith(jar + ": ").hasMessageContaining("; rebuild the jar");
        }
    }

    @Test
    void aFilterWithoutEndIsRefused() throws IOException {
        String filter = "Require-Capability: ns;filter:=\"" + "\r\n (&(a=b)(&(a=b)(&(a=b)(&(a=b)(&(a=b)".repeat(10_000) + "\"\r\n";
        Path jar = Files.write(folder.resolve("rogue.jar"), HostileJar.withManifest("Bundle-SymbolicName: a\r\n" + filter).bytes());

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> BundleReader.read(jar));
        assertThat(refused).hasMessageContaining("its manifest is malformed");
    }

    @Test
    void aJarOfTheJdksOwnToolIsRead() throws Exception {
        assertThat(BundleReader.read(Files.write(folder.resolve("good.jar"), HostileJar.bundle().bytes())).orElseThrow().entries())
                .containsOnlyKeys("META-INF/MANIFEST.MF", "org/example/Rogue.txt");
    }
}
