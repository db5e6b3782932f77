package org.asterism.assembly.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One hostile bundle for each way to be refused. */
class KernelVerifierTest {
    private static final String ACCOUNT = """
            public class Account {
                private long balance;
                public final int limit;
                protected int owner;
                int branch;
                public Account(int limit) { this.limit = limit; }
                private void audit() { }
                public final void close() { }
                public static int count() { return 0; }
            }""";

    @TempDir
    Path folder;

    private Bundle core;
    private Bundle bank;

    @BeforeEach
    void buildTheBase() {
        core = Contracts.core(folder);
        bank = bank(ACCOUNT, folder);
    }

    private static Bundle bank(String account, Path folder) {
        return TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0")
                .source("org.example.bank.Account", account)
                .source("org.example.bank.Shape", "public abstract sealed class Shape permits Circle { }")
                .source("org.example.bank.Circle", "public final class Circle extends Shape { }")
                .in(folder);
    }

    /** A second copy of the bank, with every secret public and nothing final: what a hostile author compiles against. */
    private Bundle doctored() {
        Path elsewhere = folder.resolve("doctored");
        assertThat(elsewhere.toFile().mkdirs()).isTrue();
        return TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0")
                .source("org.example.bank.Account", ACCOUNT.replace("private", "public").replace("protected", "public")
                        .replace("final", "").replace("    int branch", "    public int branch")
                        .replace("public static int count()", "public int count()"))
                .source("org.example.bank.Shape", "public class Shape { }")
                .source("org.example.bank.Circle", "public class Circle extends Shape { }")
                .in(elsewhere);
    }

    private Verification verify(Bundle... more) throws RefusedException {
        List<Bundle> bundles = new java.util.ArrayList<>(List.of(core, bank));
        bundles.addAll(List.of(more));
        StringBuilder requires = new StringBuilder("bnd.identity;id=org.asterism.ostd.core");
        bundles.forEach(bundle -> requires.append(", bnd.identity;id=").append(bundle.symbolicName()));
        return KernelVerifier.verify(KernelResolver.resolve(Descriptors.of(folder,
                "-runrequires: " + requires.substring(requires.indexOf(",") + 1) + "\n-ostd-privileged: org.asterism.ostd.core"),
                BundlePool.of(bundles)));
    }

    private List<String> refusal(Bundle... more) {
        try {
            return verify(more).breaches().stream().map(ProfileBreach::line).toList();
        } catch (RefusedException e) {
            return e.reasons();
        }
    }

    private static TestBundle rogue(String body) {
        return TestBundle.of("org.example.rogue", "1.0.0").source("org.example.rogue.Rogue", "public class Rogue { " + body + " }");
    }

    private static TestBundle rogue(Bundle bank, String body) {
        return TestBundle.of("org.example.rogue", "1.0.0").on(bank)
                .source("org.example.rogue.Rogue", "import org.example.bank.*; public class Rogue { " + body + " }");
    }

    private List<String> againstDoctored(String body) {
        return refusal(rogue(doctored(), body).in(folder));
    }

    @Test
    void acceptsOrdinaryCode() throws RefusedException {
        Bundle good = rogue(bank, """
                record Pair(String a, int b) { }
                enum Colour { RED, GREEN }
                interface Visitor { default String visit(Colour c) { return switch (c) { case RED -> "r"; default -> "" + c; }; } }
                static final class Sub extends Account { Sub() { super(1); owner = 2; } int read() { return owner + limit; } }
                private int secret = 3;
                class Inner { int peek() { return secret + new Pair("x", 1).hashCode(); } }
                void spin() { Thread.onSpinWait(); }
                java.util.function.Supplier<Object> supplier() { return Pair2::new; }
                record Pair2() { }
                <T extends Comparable<T> & java.io.Serializable> java.util.Comparator<T> order() { return Comparable::compareTo; }
                java.util.function.ToLongFunction<Integer> widen() { return Integer::intValue; }
                java.util.function.IntFunction<int[]> arrays() { return int[]::new; }
                java.util.function.Function<Object[], Object> copies() { return Object[]::clone; }
                Runnable task(java.util.List<String> list) { return () -> list.forEach(s -> System.arraycopy(new int[1].clone(), 0, new int[1], 0, 1)); }
                """).in(folder);

        assertThat(verify(good).classes()).isGreaterThan(8);
        assertThat(verify(good).breaches()).isEmpty();
    }

    @Test
    void refusesPrivateMembersOfADoctoredClass() {
        assertThat(againstDoctored("void f(Account a) { a.balance = 1; a.audit(); }")).containsExactlyInAnyOrder(
                "org.example.rogue 1.0.0: org.example.rogue.Rogue.f(Account): uses private field org.example.bank.Account.balance;"
                        + " use what its class makes accessible",
                "org.example.rogue 1.0.0: org.example.rogue.Rogue.f(Account): calls private method org.example.bank.Account.audit;"
                        + " use what its class makes accessible");
    }

    @Test
    void refusesWritingAFinalFieldOfADoctoredClass() {
        assertThat(againstDoctored("void f(Account a) { a.limit = 1; }")).singleElement().asString()
                .contains("Rogue.f(Account): writes final field org.example.bank.Account.limit");
    }

    @Test
    void refusesPackagePrivateAndProtectedFieldsOfStrangers() {
        assertThat(againstDoctored("void f(Account a) { a.branch = 1; a.owner = 2; }"))
                .anyMatch(reason -> reason.contains("uses package-private field org.example.bank.Account.branch"))
                .anyMatch(reason -> reason.contains("uses protected field org.example.bank.Account.owner"));
    }

    @Test
    void refusesAStaticMethodCalledAsAnInstances() {
        assertThat(againstDoctored("int f(Account a) { return a.count(); }")).singleElement().asString()
                .contains("calls org.example.bank.Account.count as an instance method, which it is not");
    }

    @Test
    void refusesAMemberThatDoesNotExist() {
        Path elsewhere = folder.resolve("newer");
        assertThat(elsewhere.toFile().mkdirs()).isTrue();
        Bundle newer = bank(ACCOUNT.replace("int branch;", "public int branch2; public void more() { }"), elsewhere);

        assertThat(refusal(rogue(newer, "void f(Account a) { a.branch2 = 1; a.more(); }").in(folder)))
                .anyMatch(reason -> reason.contains("uses field org.example.bank.Account.branch2 of type int, which does not exist"))
                .anyMatch(reason -> reason.contains("calls org.example.bank.Account.more()V, which does not exist"));
    }

    @Test
    void refusesExtendingFinalAndSealedClassesAndOverridingFinalMethods() {
        Bundle rogue = TestBundle.of("org.example.rogue", "1.0.0").on(doctored())
                .source("org.example.rogue.Square", "public class Square extends org.example.bank.Shape { }")
                .source("org.example.rogue.Round", "public class Round extends org.example.bank.Circle { }")
                .source("org.example.rogue.Mine", "public class Mine extends org.example.bank.Account { public Mine() { super(1); } public void close() { } }")
                .in(folder);

        assertThat(refusal(rogue))
                .anyMatch(reason -> reason.contains("Square: extends sealed type org.example.bank.Shape"))
                .anyMatch(reason -> reason.contains("Square.<init>(): instantiates") || reason.contains("Round: extends final class org.example.bank.Circle"))
                .anyMatch(reason -> reason.contains("Mine.close: overrides final method org.example.bank.Account.close"));
    }

    @Test
    void refusesInstantiatingAnAbstractClass() {
        assertThat(againstDoctored("Object f() { return new Shape(); }")).singleElement().asString()
                .contains("Rogue.f(): instantiates org.example.bank.Shape, which is abstract");
    }

    @Test
    void refusesAccessThroughMethodHandles() {
        assertThat(againstDoctored("Runnable f(Account a) { return a::audit; }")).singleElement().asString()
                .contains("Rogue.f(Account): calls private method org.example.bank.Account.audit");
    }

    @Test
    void refusesAFalseClaimOfNestMembership() {
        byte[] intruder = generate("org/example/rogue/Intruder", writer -> {
            writer.visitNestHost("org/example/rogue/Vault");
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "f", "(Lorg/example/rogue/Vault;)I", null, null);
            code.visitCode();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, "org/example/rogue/Vault", "gold", "I");
            code.visitInsn(Opcodes.IRETURN);
            code.visitMaxs(1, 1);
            code.visitEnd();
        });
        Bundle rogue = TestBundle.of("org.example.rogue", "1.0.0")
                .source("org.example.rogue.Vault", "public class Vault { private int gold; class Member { int peek() { return gold; } } }")
                .replacing("org/example/rogue/Intruder.class", intruder).in(folder);

        assertThat(refusal(rogue)).singleElement().asString().contains("Intruder.f(Vault): uses private field org.example.rogue.Vault.gold");
    }

    @Test
    void refusesAManifestThatHidesAnImport() {
        Bundle rogue = rogue("void f() { org.asterism.ostd.unsafe.Address.storeLong(0, 0); }").on(core)
                .header("Import-Package", "java.lang").in(folder);

        assertThat(refusal(rogue)).first().asString()
                .contains("names org.asterism.ostd.unsafe.Address, which is neither in the bundle nor in a package it imports");
    }

    @Test
    void refusesWhatTheProfileWithholds() {
        List<String> reasons = refusal(rogue("""
                Object f() throws Exception { return Class.forName("x").getDeclaredMethods(); }
                void g() throws Exception { new Thread(() -> { }).start(); this.wait(); }
                Object h() { return java.lang.invoke.MethodHandles.lookup(); }
                void i() { System.exit(1); }""").header("Import-Package", "java.lang,java.lang.invoke").in(folder));

        assertThat(reasons)
                .anyMatch(reason -> reason.contains("java.lang.Class.forName, which profile 'kernel' withholds; classes are linked ahead of time"))
                .anyMatch(reason -> reason.contains("java.lang.Class.getDeclaredMethods"))
                .anyMatch(reason -> reason.contains("uses java.lang.Thread.<init>, which profile 'kernel' withholds; use org.asterism.ostd.task.Task"))
                .anyMatch(reason -> reason.contains("java.lang.Object.wait"))
                .anyMatch(reason -> reason.contains("names java.lang.invoke.MethodHandles"))
                .anyMatch(reason -> reason.contains("java.lang.System.exit"));
    }

    @Test
    void refusesWhatTheProfileDoesNotHoldWithTheMethodThatUsesIt() throws RefusedException {
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
    void refusesNativeMethodsMonitorsAndStaticState() {
        List<String> reasons = refusal(rogue("""
                static int counter;
                static final java.util.concurrent.atomic.AtomicInteger HIDDEN = new java.util.concurrent.atomic.AtomicInteger();
                native void a();
                synchronized void b() { }
                void c() { synchronized (this) { } }
                protected void finalize() { }""").in(folder));

        assertThat(reasons).hasSize(6)
                .anyMatch(reason -> reason.contains("Rogue.counter: is mutable static state; make it final"))
                .anyMatch(reason -> reason.contains("Rogue.HIDDEN: is mutable static state"))
                .anyMatch(reason -> reason.contains("Rogue.a: is native"))
                .anyMatch(reason -> reason.contains("Rogue.b: is synchronized"))
                .anyMatch(reason -> reason.contains("Rogue.c: is synchronized"))
                .anyMatch(reason -> reason.contains("Rogue.finalize: is a finalizer"));
    }

    @Test
    void refusesACopyOfAnotherBundlesPackage() {
        byte[] thief = generate("org/example/bank/Thief", writer -> { });
        Bundle rogue = rogue("").replacing("org/example/bank/Thief.class", thief).in(folder);

        assertThat(refusal(rogue)).anyMatch(reason -> reason.contains("lies in package org.example.bank, which belongs to org.example.bank 1.0.0"));
    }

    @Test
    void refusesABootstrapMethodOfItsOwn() {
        byte[] dynamic = generate("org/example/rogue/Dynamic", writer -> {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "f", "()V", null, null);
            code.visitCode();
            code.visitInvokeDynamicInsn("x", "()V", new Handle(Opcodes.H_INVOKESTATIC, "org/example/rogue/Dynamic", "link",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;", false));
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(0, 0);
            code.visitEnd();
        });

        assertThat(refusal(rogue("").replacing("org/example/rogue/Dynamic.class", dynamic).in(folder)))
                .singleElement().asString().contains("links a call site by org.example.rogue.Dynamic.link");
    }

    @Test
    void refusesALambdaThatPassesOneTypeForAnother() {
        byte[] forged = generate("org/example/rogue/Forged", writer -> {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "f", "()Ljava/util/function/Consumer;", null, null);
            code.visitCode();
            code.visitInvokeDynamicInsn("accept", "()Ljava/util/function/Consumer;",
                    new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory",
                            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                                    + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                                    + "Ljava/lang/invoke/CallSite;", false),
                    Type.getType("(Ljava/lang/Object;)V"),
                    new Handle(Opcodes.H_INVOKESTATIC, "org/example/rogue/Forged", "g", "(Ljava/util/List;)V", false),
                    Type.getType("(Ljava/lang/String;)V"));
            code.visitInsn(Opcodes.ARETURN);
            code.visitMaxs(1, 0);
            code.visitEnd();
            MethodVisitor target = writer.visitMethod(Opcodes.ACC_STATIC, "g", "(Ljava/util/List;)V", null, null);
            target.visitCode();
            target.visitInsn(Opcodes.RETURN);
            target.visitMaxs(0, 1);
            target.visitEnd();
        });

        assertThat(refusal(rogue("").replacing("org/example/rogue/Forged.class", forged).in(folder))).singleElement().asString()
                .contains("Forged.f(): holds an ill-typed lambda: it passes a java.lang.String for a java.util.List");
    }

    @Test
    void refusesIllTypedCode() {
        byte[] forged = generate("org/example/rogue/Forged", writer -> {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "f", "(J)Ljava/lang/Object;", null, null);
            code.visitCode();
            code.visitVarInsn(Opcodes.LLOAD, 0);
            code.visitInsn(Opcodes.L2I);
            code.visitInsn(Opcodes.ARETURN);
            code.visitMaxs(2, 2);
            code.visitEnd();
        });

        assertThat(refusal(rogue("").replacing("org/example/rogue/Forged.class", forged).in(folder)))
                .singleElement().asString().contains("org.example.rogue.Forged: does not verify: VerifyError: Bad type on operand stack");
    }

    @Test
    void verifiesClassesWithoutInitialisingThem() {
        // an initialiser that ran would throw out of the verification
        Bundle good = rogue("static final int VALUE = explode(); static int explode() { throw new IllegalStateException(\"initialised\"); }").in(folder);

        assertThatCode(() -> verify(good)).doesNotThrowAnyException();
    }

    @Test
    void refusesClassFilesOfAnotherJava() {
        byte[] newer = generate("org/example/rogue/Newer", writer -> { });
        newer[7] = 65;

        assertThat(refusal(rogue("").header("-noee", "true").replacing("org/example/rogue/Newer.class", newer).in(folder))).singleElement().asString()
                .contains("org.example.rogue.Newer: class file version 65 is not between 52 and 61");
    }

    private static byte[] generate(String name, Consumer<ClassWriter> content) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        content.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
