package org.asterism.assembly.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
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
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.resolve.Resolution;

/** Damaged and forged class files: refused or accepted, never a crash, and never accepted where HotSpot refuses. */
class ClassFileFuzzTest {
    private static final long MOST_MILLIS = 10_000;
    private static Resolution sound;
    private static Bundle subject;
    private static Path folder;

    @BeforeContainer
    static void resolve() throws Exception {
        folder = Files.createTempDirectory("fuzz");
        subject = TestBundle.of("org.example.subject", "1.0.0").source("org.example.subject.Subject", """
                public class Subject {
                    record Pair(String a, int b, long c) { }
                    enum Colour { RED, GREEN }
                    interface Visitor { default String visit(Colour c) { return switch (c) { case RED -> "r"; default -> "" + c; }; } }
                    sealed interface Shape permits Circle, Square { }
                    record Circle(int radius) implements Shape { }
                    record Square(int side) implements Shape { }
                    static abstract class Base { protected int kept; abstract int get(); final void set(int value) { kept = value; } }
                    static final class Kept extends Base { int get() { return kept; } }
                    private int secret = 3;
                    private final int[] table = {1, 2, 3};
                    static final java.util.List<String> WORDS = java.util.List.of("a", "b");
                    class Inner { int peek() { return secret + new Pair("x", 1, 2).hashCode(); } }
                    int area(Shape shape) { return shape instanceof Circle c ? c.radius() * 3 : ((Square) shape).side(); }
                    Runnable task(java.util.List<String> list, int n) { return () -> list.forEach(s -> secret += s.length() + n); }
                    java.util.function.Supplier<Base> maker() { return Kept::new; }
                    String text(int i, long l, Object o) { return "i" + i + l + o; }
                    long loop(int n) throws java.io.IOException {
                        long sum = 0;
                        try { for (int i = 0; i < n; i++) { sum += table[i % 3] * (long) i; } } catch (ArithmeticException e) { throw new java.io.IOException(e); }
                        finally { secret++; }
                        switch (n) { case 1: case 5: return sum; case 100_000: return -sum; default: return sum >> 2; }
                    }
                }""").in(folder);
        Bundle core = Contracts.core(folder);
        sound = KernelResolver.resolve(Descriptors.of(folder, "-runrequires: bnd.identity;id=org.asterism.ostd.core, bnd.identity;id=org.example.subject\n"
                + "-ostd-privileged: org.asterism.ostd.core"), BundlePool.of(List.of(core, subject)));
        assertThat(KernelVerifier.verify(sound).breaches()).isEmpty();
    }

    @AfterContainer
    static void clean() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Provide
    Arbitrary<String> classFiles() {
        return Arbitraries.of(subject.entries().keySet().stream().filter(path -> path.endsWith(".class")).toList());
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Mutation.ofClassFiles();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(FuzzTries.class)
    void aDamagedClassFileIsRefusedOrLinksOnHotSpot(@ForAll("classFiles") String path, @ForAll("mutations") List<Mutation> mutations) {
        SortedMap<String, byte[]> entries = new TreeMap<>(subject.entries());
        entries.put(path, Mutation.apply(mutations, entries.get(path)));
        Bundle damaged = new Bundle(subject.file(), subject.symbolicName(), subject.version(), subject.sha256(), subject.manifest(), subject.resource(), entries);
        List<Bundle> bundles = new ArrayList<>(sound.bundles());
        bundles.replaceAll(bundle -> bundle.symbolicName().equals(damaged.symbolicName()) ? damaged : bundle);
        // of the processor, which others may use meanwhile
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        boolean accepted = isAccepted(new Resolution(sound.descriptor(), sound.profile(), bundles, sound.packageWires(), sound.needs(), sound.architecture()));
        assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000).as("milliseconds").isLessThan(MOST_MILLIS);
        if (accepted) {
            linkAll(entries);
        }
    }

    private static boolean isAccepted(Resolution resolution) {
        try {
            return KernelVerifier.verify(resolution).breaches().isEmpty();
        } catch (RefusedException e) {
            assertThat(e.reasons()).allMatch(line -> line.startsWith("org.example.subject 1.0.0: ") && line.contains("; ") && line.chars().noneMatch(Character::isISOControl));
            return false;
        }
    }

    /** Defines and links without initialising, by a loader that shares nothing with the verifier's. */
    private static void linkAll(SortedMap<String, byte[]> entries) {
        ClassLoader fresh = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = entries.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        entries.keySet().stream().filter(path -> path.endsWith(".class")).forEach(path -> {
            try {
                Class.forName(path.substring(0, path.length() - 6).replace('/', '.'), false, fresh).getDeclaredConstructors();
            } catch (ClassNotFoundException | LinkageError e) {
                throw new AssertionError("accepted, but HotSpot refuses " + path, e);
            }
        });
    }
}
