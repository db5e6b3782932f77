package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.ofBytes;
import static org.asterism.assembly.verify.HostileBundle.ofClass;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Ways at what is another's: members and classes that are not accessible, not there, or something else than claimed. */
final class AccessCases {
    private static final String FIRST = "org.example.rogue.First";
    private static final String SUBCLASS = "import org.example.bank.*; public class First extends Account { public First() { super(1); } ";
    private static final String VAULT = "public class Vault { private int gold; class Member { int peek() { return gold; } } }";

    private AccessCases() {}

    static Stream<HostileBundle> all() {
        return Stream.concat(members(), Stream.concat(protectedMembers(), Stream.concat(kinds(), packages())));
    }

    private static Stream<HostileBundle> members() {
        return Stream.of(
                of("a private field", Check.PRIVATE_ACCESS, "Rogue.f(Account): uses private field org.example.bank.Account.balance;"
                        + " use what its class makes accessible", "void f(Account a) { a.balance = 1; }"),
                of("a private method", Check.PRIVATE_ACCESS, "calls private method org.example.bank.Account.audit", "void f(Account a) { a.audit(); }"),
                of("a private method behind a lambda", Check.PRIVATE_ACCESS, "calls private method org.example.bank.Account.audit",
                        "Runnable f(Account a) { return a::audit; }"),
                of("a package-private field", Check.PACKAGE_ACCESS, "uses package-private field org.example.bank.Account.branch",
                        "int f(Account a) { return a.branch; }"),
                of("a package-private method", Check.PACKAGE_ACCESS, "calls package-private method org.example.bank.Account.review",
                        "void f(Account a) { a.review(); }"),
                of("false membership of a nest", Check.NEST, "Intruder.f(Vault): uses private field org.example.rogue.Vault.gold",
                        bank -> rogue().source("org.example.rogue.Vault", VAULT)
                                .replacing("org/example/rogue/Intruder.class", intruder().bytes())),
                of("a final field of another", Check.FINAL_FIELD, "Rogue.f(Account): writes final field org.example.bank.Account.limit;"
                        + " a final field is written by its own class's initializer only", "void f(Account a) { a.limit = 1; }"),
                ofBytes("a final field after construction", Check.FINAL_FIELD, "Forged.f(): writes final field org.example.rogue.Forged.seal",
                        Forgery.forged().with(writer -> writer.visitField(Opcodes.ACC_FINAL, "seal", "I", null, null))
                                .method("f", "()V", code -> {
                                    code.visitVarInsn(Opcodes.ALOAD, 0);
                                    code.visitInsn(Opcodes.ICONST_1);
                                    code.visitFieldInsn(Opcodes.PUTFIELD, "org/example/rogue/Forged", "seal", "I");
                                    code.visitInsn(Opcodes.RETURN);
                                })));
    }

    private static Forgery intruder() {
        return Forgery.named("org/example/rogue/Intruder").with(writer -> writer.visitNestHost("org/example/rogue/Vault"))
                .method("f", "(Lorg/example/rogue/Vault;)I", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 1);
                    code.visitFieldInsn(Opcodes.GETFIELD, "org/example/rogue/Vault", "gold", "I");
                    code.visitInsn(Opcodes.IRETURN);
                });
    }

    private static Stream<HostileBundle> protectedMembers() {
        return Stream.of(
                of("a protected field of a stranger", Check.PROTECTED_ACCESS, "uses protected field org.example.bank.Account.owner",
                        "int f(Account a) { return a.owner; }"),
                of("a protected static method of a stranger", Check.PROTECTED_ACCESS, "calls protected method org.example.bank.Account.rates",
                        "void f() { Account.rates(); }"),
                of("a protected method through a sibling", Check.PROTECTED_RECEIVER, "First.f(Second): calls protected method org.example.rogue.Second.drain",
                        bank -> rogue().on(bank.doctored()).source(FIRST, SUBCLASS + "void f(Second s) { s.drain(); } }")
                                .source("org.example.rogue.Second", "public class Second extends org.example.bank.Account { }")),
                ofClass("a protected method through the superclass", Check.TYPES, "First: does not verify: VerifyError: Bad access to protected data",
                        FIRST, SUBCLASS + "void f(Account a) { a.drain(); } }"),
                ofClass("a protected method of any instance, by a lambda", Check.PROTECTED_RECEIVER,
                        "ill-typed lambda: it passes a org.example.bank.Account for a org.example.rogue.First",
                        FIRST, SUBCLASS + "java.util.function.Consumer<Account> f() { return Account::drain; } }"),
                ofClass("a protected constructor, by a lambda", Check.PROTECTED_RECEIVER, "constructs org.example.bank.Account by a protected constructor",
                        FIRST, SUBCLASS + "java.util.function.Supplier<Account> f() { return Account::new; } }"),
                of("a protected constructor of a stranger", Check.PROTECTED_ACCESS, "calls protected method org.example.bank.Account.<init>",
                        "Object f() { return new Account(); }"));
    }

    private static Stream<HostileBundle> kinds() {
        return Stream.of(
                of("a static method called as an instance's", Check.STATICNESS, "calls org.example.bank.Account.count as an instance method, which it is not",
                        "int f(Account a) { return a.count(); }"),
                of("an instance's method called as static", Check.STATICNESS, "calls org.example.bank.Account.pay as a static method, which it is not",
                        "void f() { Account.pay(); }"),
                of("an interface's method called as a class's", Check.METHOD_KIND, "calls org.example.bank.Auditor.visit as a method of a class",
                        "void f(Auditor a) { a.visit(); }"),
                of("a field that does not exist", Check.MEMBER_EXISTS, "uses field org.example.bank.Account.debts of type int, which does not exist",
                        "int f(Account a) { return a.debts; }"),
                of("a method that does not exist", Check.MEMBER_EXISTS, "calls org.example.bank.Account.rob()V, which does not exist",
                        "void f(Account a) { a.rob(); }"),
                of("an abstract class instantiated", Check.ABSTRACT_CLASS, "Rogue.f(): instantiates org.example.bank.Shape, which is abstract",
                        "Object f() { return new Shape(); }"),
                ofBytes("an abstract method called directly", Check.DIRECT_CALL, "calls abstract method java.util.AbstractList.get directly",
                        Forgery.extending("java/util/AbstractList").method("f", "()Ljava/lang/Object;", code -> {
                            code.visitVarInsn(Opcodes.ALOAD, 0);
                            code.visitInsn(Opcodes.ICONST_0);
                            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/util/AbstractList", "get", "(I)Ljava/lang/Object;", false);
                            code.visitInsn(Opcodes.ARETURN);
                        })));
    }

    private static Stream<HostileBundle> packages() {
        return Stream.of(
                of("a class that is not public", Check.CLASS_ACCESS, "names class org.example.bank.Ledger, which is not accessible to it",
                        "int f() { return Ledger.pages(); }"),
                of("a privileged class behind a manifest that hides the import", Check.CLASS_EXISTS,
                        "names org.asterism.ostd.unsafe.Address, which is neither in the bundle nor in a package it imports",
                        bank -> rogue().on(bank.core()).header("Import-Package", "java.lang")
                                .source("org.example.rogue.Poke", "public class Poke { void f() { org.asterism.ostd.unsafe.Address.storeLong(0, 0); } }")),
                of("a class of a package that is not exported", Check.CLASS_EXISTS, "names org.example.bank.vault.Vault, which is neither",
                        bank -> rogue().on(bank.doctored()).header("Import-Package", "java.lang,org.example.bank")
                                .source("org.example.rogue.Burglar", "public class Burglar { int f() { return org.example.bank.vault.Vault.gold(); } }")),
                of("a class put into another bundle's package", Check.SPLIT_PACKAGE,
                        "org.example.bank.Thief: lies in package org.example.bank, which belongs to org.example.bank 1.0.0; import the package",
                        bank -> rogue().replacing("org/example/bank/Thief.class", Forgery.named("org/example/bank/Thief").bytes())),
                of("a class put into the platform's package", Check.PLATFORM_PACKAGE,
                        "javax.crypto.Cipher: lies in package 'javax.crypto', which belongs to the platform",
                        bank -> rogue().replacing("javax/crypto/Cipher.class", Forgery.named("javax/crypto/Cipher").bytes())),
                of("a class put into java.util", Check.PLATFORM_PACKAGE, "java.util.Spy: lies in package 'java.util', which belongs to the platform",
                        bank -> rogue().replacing("java/util/Spy.class", Forgery.named("java/util/Spy").bytes())).alsoRefusedBy(Check.TYPES),
                of("an export of what it does not hold", Check.EXPORTED_PACKAGE, "exports package org.example.nothing, of which it holds no class",
                        bank -> rogue().claiming("Export-Package", "org.example.nothing;version=1")),
                of("an export of java.util", Check.EXPORTED_PACKAGE, "exports package java.util, which belongs to the platform",
                        bank -> rogue().claiming("Export-Package", "java.util")));
    }
}
