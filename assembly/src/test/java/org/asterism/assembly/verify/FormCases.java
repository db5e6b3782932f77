package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What is another's, by every form in which bytecode names a member: instructions that read, write and call, and handles of lambdas. */
final class FormCases {
    private static final String ACCOUNT = "org/example/bank/Account";
    private static final String ACCOUNT_TYPE = "L" + ACCOUNT + ";";

    private record Field(String visibility, String name, String descriptor, Check check) {}

    private record Method(String visibility, String name, Check check) {}

    private FormCases() {}

    static Stream<HostileBundle> all() {
        List<HostileBundle> cases = new ArrayList<>();
        for (Field field : List.of(new Field("private", "balance", "J", Check.PRIVATE_ACCESS), new Field("package-private", "branch", "I", Check.PACKAGE_ACCESS),
                new Field("protected", "owner", "I", Check.PROTECTED_ACCESS))) {
            addTo(cases, field);
        }
        for (Method method : List.of(new Method("private", "audit", Check.PRIVATE_ACCESS), new Method("package-private", "review", Check.PACKAGE_ACCESS),
                new Method("protected", "drain", Check.PROTECTED_ACCESS))) {
            addTo(cases, method);
        }
        cases.add(staticCall());
        cases.add(objects("an object's protected clone, by a lambda", "clone", "()Ljava/lang/Object;"));
        cases.add(arrayFinalizer());
        return cases.stream();
    }

    /** A class that may be compiled against the bank, but was not. */
    private static HostileBundle forged(String name, Check check, String line, Forgery forgery) {
        return of(name, check, line, bank -> rogue().on(bank.bank()).header("Import-Package", "java.lang,java.util.function,org.example.bank")
                .replacing(forgery.path(), forgery.bytes()));
    }

    private static void addTo(List<HostileBundle> cases, Field field) {
        boolean wide = field.descriptor().equals("J");
        String line = "uses " + field.visibility() + " field org.example.bank.Account." + field.name();
        cases.add(forged("a " + field.visibility() + " field read", field.check(), line, Forgery.forged().method("f", "(" + ACCOUNT_TYPE + ")V", code -> {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.GETFIELD, ACCOUNT, field.name(), field.descriptor());
            code.visitInsn(wide ? Opcodes.POP2 : Opcodes.POP);
            code.visitInsn(Opcodes.RETURN);
        })));
        cases.add(forged("a " + field.visibility() + " field written", field.check(), line, Forgery.forged().method("f", "(" + ACCOUNT_TYPE + ")V", code -> {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitInsn(wide ? Opcodes.LCONST_1 : Opcodes.ICONST_1);
            code.visitFieldInsn(Opcodes.PUTFIELD, ACCOUNT, field.name(), field.descriptor());
            code.visitInsn(Opcodes.RETURN);
        })));
        cases.add(forged("a " + field.visibility() + " field by a handle", field.check(), line, lambda("java/util/function/Function",
                "apply", "(Ljava/lang/Object;)Ljava/lang/Object;", new Handle(Opcodes.H_GETFIELD, ACCOUNT, field.name(), field.descriptor(), false),
                "(" + ACCOUNT_TYPE + ")Ljava/lang/Object;")).alsoRefusedBy(Check.LAMBDA));
    }

    private static void addTo(List<HostileBundle> cases, Method method) {
        String line = "calls " + method.visibility() + " method org.example.bank.Account." + method.name();
        cases.add(forged("a " + method.visibility() + " method called", method.check(), line,
                Forgery.forged().method("f", "(" + ACCOUNT_TYPE + ")V", call(Opcodes.INVOKEVIRTUAL, method.name()))));
        cases.add(forged("a " + method.visibility() + " method called as special", method.check(), line,
                Forgery.forged().method("f", "(" + ACCOUNT_TYPE + ")V", call(Opcodes.INVOKESPECIAL, method.name()))).alsoRefusedBy(Check.TYPES));
        cases.add(forged("a " + method.visibility() + " method by a handle", method.check(), line, lambda("java/util/function/Consumer",
                "accept", "(Ljava/lang/Object;)V", new Handle(Opcodes.H_INVOKEVIRTUAL, ACCOUNT, method.name(), "()V", false), "(" + ACCOUNT_TYPE + ")V"))
                .alsoRefusedBy(method.check() == Check.PROTECTED_ACCESS ? new Check[] {Check.LAMBDA} : new Check[0]));
    }

    private static Consumer<MethodVisitor> call(int opcode, String method) {
        return code -> {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitMethodInsn(opcode, ACCOUNT, method, "()V", false);
            code.visitInsn(Opcodes.RETURN);
        };
    }

    private static Forgery lambda(String functional, String method, String descriptor, Handle target, String claimed) {
        return Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
            code.visitInvokeDynamicInsn(method, "()L" + functional + ";", Forgery.metafactory(), Type.getType(descriptor), target, Type.getType(claimed));
            code.visitInsn(Opcodes.ARETURN);
        });
    }

    private static HostileBundle staticCall() {
        return forged("a protected static method by a handle", Check.PROTECTED_ACCESS, "calls protected method org.example.bank.Account.rates",
                lambda("java/lang/Runnable", "run", "()V", new Handle(Opcodes.H_INVOKESTATIC, ACCOUNT, "rates", "()V", false), "()V"));
    }

    private static HostileBundle objects(String name, String method, String descriptor) {
        return forged(name, Check.PROTECTED_RECEIVER, "it passes a java.lang.String for a org.example.rogue.Forged", lambda("java/util/function/Function",
                "apply", "(Ljava/lang/Object;)Ljava/lang/Object;", new Handle(Opcodes.H_INVOKEVIRTUAL, "java/lang/Object", method, descriptor, false),
                "(Ljava/lang/String;)Ljava/lang/Object;"));
    }

    private static HostileBundle arrayFinalizer() {
        return forged("the finalizer of an array", Check.PROFILE_MEMBER, "uses java.lang.Object.finalize, which profile 'kernel' withholds",
                Forgery.forged().method("f", "([I)V", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 1);
                    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "[I", "finalize", "()V", false);
                    code.visitInsn(Opcodes.RETURN);
                }));
    }
}
