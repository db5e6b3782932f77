package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.ofBytes;
import static org.asterism.assembly.verify.HostileBundle.ofClass;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Ways in that compilers of Java seldom take: instructions it no longer has, frames that lie, attributes that claim, privates of interfaces. */
final class RareCases {
    private static final String FORGED = "org/example/rogue/Forged";
    private static final String SAFE = "org/example/rogue/Safe";

    private RareCases() {}

    static Stream<HostileBundle> all() {
        return Stream.concat(Stream.concat(types(), objects()), Stream.concat(members(), constants()));
    }

    private static HostileBundle unverified(String name, String reason, Forgery forgery) {
        return ofBytes(name, Check.TYPES, "org.example.rogue.Forged: does not verify: VerifyError: " + reason, forgery);
    }

    private static Stream<HostileBundle> types() {
        return Stream.of(
                unverified("a subroutine", "Bad instruction", Forgery.forged().method("f", "()V", code -> {
                    Label subroutine = new Label();
                    code.visitJumpInsn(Opcodes.JSR, subroutine);
                    code.visitLabel(subroutine);
                    code.visitVarInsn(Opcodes.ASTORE, 1);
                    code.visitVarInsn(Opcodes.RET, 1);
                })),
                unverified("a stack map that takes a number for a string", "Inconsistent stackmap frames", Forgery.forged().method("f", "(I)Ljava/lang/String;", code -> {
                    Label here = new Label();
                    code.visitVarInsn(Opcodes.ILOAD, 1);
                    code.visitJumpInsn(Opcodes.IFEQ, here);
                    code.visitLabel(here);
                    code.visitFrame(Opcodes.F_NEW, 2, new Object[] {FORGED, "java/lang/String"}, 0, new Object[0]);
                    code.visitVarInsn(Opcodes.ALOAD, 1);
                    code.visitInsn(Opcodes.ARETURN);
                })),
                unverified("a handler that catches a string", "Catch type is not a subclass of Throwable", Forgery.forged().method("f", "()V", code -> {
                    Label start = new Label();
                    Label end = new Label();
                    code.visitTryCatchBlock(start, end, end, "java/lang/String");
                    code.visitLabel(start);
                    code.visitInsn(Opcodes.NOP);
                    code.visitInsn(Opcodes.RETURN);
                    code.visitLabel(end);
                    code.visitFrame(Opcodes.F_NEW, 1, new Object[] {FORGED}, 1, new Object[] {"java/lang/String"});
                    code.visitInsn(Opcodes.POP);
                    code.visitInsn(Opcodes.RETURN);
                })),
                unverified("a handler inside its own range that forgets what was stored", "Bad local variable type", Forgery.forged().method("f", "()I", code -> {
                    Label start = new Label();
                    Label handler = new Label();
                    Label end = new Label();
                    code.visitTryCatchBlock(start, end, handler, null);
                    code.visitLabel(start);
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitVarInsn(Opcodes.ISTORE, 1);
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitInsn(Opcodes.IRETURN);
                    code.visitLabel(handler);
                    code.visitFrame(Opcodes.F_NEW, 1, new Object[] {FORGED}, 1, new Object[] {"java/lang/Throwable"});
                    code.visitInsn(Opcodes.POP);
                    code.visitVarInsn(Opcodes.ILOAD, 1);
                    code.visitInsn(Opcodes.IRETURN);
                    code.visitLabel(end);
                })));
    }

    private static Stream<HostileBundle> objects() {
        return Stream.of(
                unverified("an object that was never constructed", "Bad return type", Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
                    code.visitTypeInsn(Opcodes.NEW, FORGED);
                    code.visitInsn(Opcodes.ARETURN);
                })),
                unverified("a constructor that calls no other", "Constructor must call super() or this() before return",
                        Forgery.forged().method("<init>", "()V", code -> code.visitInsn(Opcodes.RETURN))),
                unverified("a copy of another's object", "Bad access to protected data", Forgery.forged().method("f", "(Ljava/lang/String;)Ljava/lang/Object;", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 1);
                    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "clone", "()Ljava/lang/Object;", false);
                    code.visitInsn(Opcodes.ARETURN);
                })),
                of("another constant of an enum", Check.PRIVATE_ACCESS, "calls private method org.example.rogue.Colour.<init>",
                        bank -> rogue().source("org.example.rogue.Colour", "public enum Colour { RED }")
                                .replacing(FORGED + ".class", Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
                                    code.visitTypeInsn(Opcodes.NEW, "org/example/rogue/Colour");
                                    code.visitInsn(Opcodes.DUP);
                                    code.visitInsn(Opcodes.ACONST_NULL);
                                    code.visitInsn(Opcodes.ICONST_1);
                                    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "org/example/rogue/Colour", "<init>", "(Ljava/lang/String;I)V", false);
                                    code.visitInsn(Opcodes.ARETURN);
                                }).bytes())));
    }

    private static Stream<HostileBundle> members() {
        return Stream.of(
                of("a private method of an interface", Check.PRIVATE_ACCESS, "calls private method org.example.rogue.Safe.open",
                        bank -> rogue().source("org.example.rogue.Safe", "public interface Safe { private int open() { return 1; } }")
                                .replacing(FORGED + ".class", Forgery.forged().method("f", "(L" + SAFE + ";)I", code -> {
                                    code.visitVarInsn(Opcodes.ALOAD, 1);
                                    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, SAFE, "open", "()I", true);
                                    code.visitInsn(Opcodes.IRETURN);
                                }).bytes())),
                of("a constant of an interface overwritten", Check.FINAL_FIELD, "Forged.f(): writes final field org.example.rogue.Safe.CODE",
                        bank -> rogue().source("org.example.rogue.Safe", "public interface Safe { String CODE = String.valueOf(1); }")
                                .replacing(FORGED + ".class", Forgery.forged().method("f", "()V", code -> {
                                    code.visitInsn(Opcodes.ACONST_NULL);
                                    code.visitFieldInsn(Opcodes.PUTSTATIC, SAFE, "CODE", "Ljava/lang/String;");
                                    code.visitInsn(Opcodes.RETURN);
                                }).bytes())),
                of("membership in the nest of another bundle's class", Check.NEST, "Forged.f(Account): uses private field org.example.bank.Account.balance",
                        bank -> rogue().replacing(FORGED + ".class", Forgery.forged().with(writer -> writer.visitNestHost("org/example/bank/Account"))
                                .method("f", "(Lorg/example/bank/Account;)J", code -> {
                                    code.visitVarInsn(Opcodes.ALOAD, 1);
                                    code.visitFieldInsn(Opcodes.GETFIELD, "org/example/bank/Account", "balance", "J");
                                    code.visitInsn(Opcodes.LRETURN);
                                }).bytes())),
                of("a class that claims to be inside another", Check.CLASS_ACCESS, "names class org.example.bank.Ledger, which is not accessible to it",
                        bank -> rogue().on(bank.bank()).replacing(FORGED + ".class", Forgery.forged()
                                .with(writer -> writer.visitInnerClass("org/example/bank/Ledger", FORGED, "Ledger", Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC))
                                .method("f", "()I", code -> {
                                    code.visitMethodInsn(Opcodes.INVOKESTATIC, "org/example/bank/Ledger", "pages", "()I", false);
                                    code.visitInsn(Opcodes.IRETURN);
                                }).bytes()).header("Import-Package", "java.lang,org.example.bank")),
                ofClass("a finalizer that an interface hands down", Check.FINALIZER, "Ending.finalize: is a finalizer", "org.example.rogue.Ending",
                        "public abstract class Ending<T> { protected void finalize() throws Throwable { } }"));
    }

    private static Stream<HostileBundle> constants() {
        return Stream.of(
                ofBytes("a lookup as a constant", Check.PROFILE_CLASS, "names java.lang.invoke.MethodHandles$Lookup, which profile 'kernel' does not hold",
                        Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
                            code.visitLdcInsn(Type.getObjectType("java/lang/invoke/MethodHandles$Lookup"));
                            code.visitInsn(Opcodes.ARETURN);
                        })));
    }
}
