package org.asterism.assembly.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelResolver;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What verification accepts, what it runs of a bundle (nothing), and how long it takes. */
class KernelVerifierTest {
    @TempDir
    Path folder;

    private Bundle core;

    @BeforeEach
    void buildTheCore() {
        core = Contracts.core(folder);
    }

    private Verification verify(Bundle... more) throws RefusedException {
        List<Bundle> bundles = new ArrayList<>(List.of(core));
        bundles.addAll(List.of(more));
        StringBuilder requires = new StringBuilder();
        bundles.forEach(bundle -> requires.append(", bnd.identity;id=").append(bundle.symbolicName()));
        return KernelVerifier.verify(KernelResolver.resolve(
                Descriptors.of(folder, "-runrequires: " + requires.substring(2) + "\n-ostd-privileged: org.asterism.ostd.core"),
                BundlePool.of(bundles)));
    }

    private List<String> refusal(TestBundle bundle) {
        return Assertions.assertThrows(RefusedException.class, () -> verify(bundle.in(folder))).reasons();
    }

    private static TestBundle rogue(String members) {
        return TestBundle.of("org.example.rogue", "1.0.0").source("org.example.rogue.Rogue", "public class Rogue { " + members + " }");
    }

    @Test
    void acceptsOrdinaryCode() throws RefusedException {
        Bundle bank = TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0")
                .source("org.example.bank.Account", """
                        public class Account {
                            public final int limit;
                            protected int owner;
                            public Account(int limit) { this.limit = limit; }
                            protected void drain() { }
                        }""")
                .in(folder);
        Bundle good = rogue("""
                record Pair(String a, int b) { }
                record Pair2() { }
                enum Colour { RED, GREEN }
                interface Visitor { default String visit(Colour c) { return switch (c) { case RED -> "r"; default -> "" + c; }; } }
                interface Named extends java.util.function.Supplier<String> { String get(); }
                static final class Sub extends org.example.bank.Account {
                    Sub() { super(1); owner = 2; }
                    int read() { return owner + limit; }
                    Runnable drains() { return this::drain; }
                    Runnable drainsSuper() { return super::drain; }
                }
                static final java.util.List<String> WORDS = java.util.List.of("a", "b");
                private int secret = 3;
                class Inner { int peek() { return secret + new Pair("x", 1).hashCode(); } }
                void spin() { Thread.onSpinWait(); }
                java.util.function.Supplier<Object> supplier() { return Pair2::new; }
                Named named(int i) { return () -> "n" + i + 'c' + 2L; }
                Object marked() { return (Runnable & RandomAccess) () -> { }; }
                interface RandomAccess { }
                <T extends Comparable<T> & java.io.Serializable> java.util.Comparator<T> order() { return Comparable::compareTo; }
                java.util.function.ToLongFunction<Integer> widen() { return Integer::intValue; }
                java.util.function.IntFunction<int[]> arrays() { return int[]::new; }
                java.util.function.Function<Object[], Object> copies() { return Object[]::clone; }
                Runnable task(java.util.List<String> list) { return () -> list.forEach(s -> System.arraycopy(new int[1].clone(), 0, new int[1], 0, 1)); }
                """).on(bank).in(folder);

        assertThat(verify(bank, good).classes()).isGreaterThan(8);
        assertThat(verify(bank, good).breaches()).isEmpty();
    }

    @Test
    void whatTheProfileDoesNotHoldComesWithTheMethodThatUsesIt() throws RefusedException {
        Bundle rogue = rogue("""
                String f(java.util.List<String> list) { return String.format("%d", list.stream().count()); }
                java.net.Socket socket;""").in(folder);

        assertThat(verify(rogue).breaches()).containsExactlyInAnyOrder(
                new ProfileBreach("org.example.rogue 1.0.0: org.example.rogue.Rogue.f(List): uses java.lang.String.format, which profile 'kernel' withholds;"
                        + " choose -ostd-profile: full, which has it", "org.example.rogue.Rogue.f(Ljava/util/List;)Ljava/lang/String;"),
                new ProfileBreach("org.example.rogue 1.0.0: org.example.rogue.Rogue.f(List): names java.util.stream.Stream, which profile 'kernel' does not hold;"
                        + " choose -ostd-profile: full, which has it", "org.example.rogue.Rogue.f(Ljava/util/List;)Ljava/lang/String;"),
                new ProfileBreach("org.example.rogue 1.0.0: org.example.rogue.Rogue.socket: names java.net.Socket, which profile 'kernel' does not hold;"
                        + " use the contracts of a network service", ""));
    }

    @Test
    void runsNothingOfABundle() throws RefusedException {
        Bundle hostile = rogue("static { System.setProperty(\"org.example.rogue.ran\", \"yes\"); }"
                + " static final int VALUE = explode(); static int explode() { throw new IllegalStateException(\"initialised\"); }").in(folder);

        assertThat(verify(hostile).breaches()).hasSize(1); // System.setProperty, found in the code and not by running it
        assertThat(System.getProperty("org.example.rogue.ran")).isNull();
    }

    @Test
    void refusesHierarchiesThatWouldTakeForEverInSeconds() {
        TestBundle chain = InheritanceCases.chain(1_000);
        TestBundle diamonds = rogue("");
        for (int i = 0; i < 60; i++) {
            for (String side : List.of("Left", "Right")) {
                diamonds.replacing("org/example/rogue/" + side + i + ".class", diamond("org/example/rogue/" + side + i, i - 1));
            }
        }

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(refusal(chain)).first().asString().contains("inherits through more than 100 levels");
            assertThat(refusal(diamonds)).first().asString().contains("in more than 1000 ways; flatten its hierarchy");
        });
    }

    private static byte[] diamond(String name, int below) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, name, null, "java/lang/Object",
                below < 0 ? null : new String[] {"org/example/rogue/Left" + below, "org/example/rogue/Right" + below});
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void refusesTenThousandFaultsInFiveHundredLines() {
        Forgery natives = Forgery.named("org/example/rogue/Natives");
        natives.with(writer -> {
            for (int i = 0; i < 10_000; i++) {
                writer.visitMethod(Opcodes.ACC_NATIVE, "n" + i, "()V", null, null).visitEnd();
            }
        });

        assertThat(refusal(rogue("").replacing(natives.path(), natives.bytes()))).hasSize(501)
                .last().asString().isEqualTo("more problems than the 500 listed; mend these first");
    }
}
