package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.ofBytes;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.stream.Stream;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Ways in by what a JVM links at run time, and checks only then: lambdas, concatenation, records, handles. */
final class CallSiteCases {
    private static final String FORGED = "org/example/rogue/Forged";
    private static final String RUNNABLE = "()Ljava/lang/Runnable;";
    private static final String CONSUMER = "()Ljava/util/function/Consumer;";

    private CallSiteCases() {}

    static Stream<HostileBundle> all() {
        return Stream.concat(lambdas(), Stream.concat(handles(), others()));
    }

    private static Stream<HostileBundle> lambdas() {
        return Stream.of(
                ofBytes("a lambda that passes one type for another", Check.LAMBDA, "it passes a java.lang.String for a java.util.List",
                        Forgery.forged().target("g", "(Ljava/util/List;)V")
                                .lambda("accept", CONSUMER, "(Ljava/lang/Object;)V", Forgery.own("g", "(Ljava/util/List;)V"), "(Ljava/lang/String;)V")),
                ofBytes("a lambda that takes an int for a string", Check.LAMBDA, "it takes a int for a java.lang.String",
                        Forgery.forged().target("g", "(Ljava/lang/String;)V")
                                .lambda("accept", "()Ljava/util/function/IntConsumer;", "(I)V", Forgery.own("g", "(Ljava/lang/String;)V"), "(Ljava/lang/String;)V")),
                ofBytes("a lambda that implements no method of its interface", Check.LAMBDA, "java.lang.Runnable has no abstract method walk()V",
                        Forgery.forged().target("g", "()V").lambda("walk", RUNNABLE, "()V", Forgery.own("g", "()V"), "()V")),
                ofBytes("a lambda that overrides a method of Object", Check.LAMBDA, "has no abstract method equals(Ljava/lang/Object;)Z",
                        Forgery.forged().method("g", "(Ljava/lang/Object;)Z", code -> {
                            code.visitInsn(Opcodes.ICONST_1);
                            code.visitInsn(Opcodes.IRETURN);
                        }).lambda("equals", "(L" + FORGED + ";)Ljava/util/Comparator;", "(Ljava/lang/Object;)Z",
                                new Handle(Opcodes.H_INVOKEVIRTUAL, FORGED, "g", "(Ljava/lang/Object;)Z", false), "(Ljava/lang/Object;)Z")),
                ofBytes("a lambda of a class", Check.LAMBDA, "java.lang.Thread is not an interface",
                        Forgery.forged().target("g", "()V").lambda("run", "()Ljava/lang/Thread;", "()V", Forgery.own("g", "()V"), "()V")),
                ofBytes("a lambda marked with a class", Check.LAMBDA, "java.lang.String is not an interface", marked(1, Type.getType("Ljava/lang/String;"))),
                of("a lambda of a sealed interface", Check.LAMBDA, "org.example.rogue.Token is sealed, and a lambda is none of the types that it permits",
                        bank -> rogue().source("org.example.rogue.Token", "public sealed interface Token permits Coin { void pay(); }")
                                .source("org.example.rogue.Coin", "public final class Coin implements Token { public void pay() { } }")
                                .replacing(FORGED + ".class", Forgery.forged().target("g", "()V")
                                        .lambda("pay", "()Lorg/example/rogue/Token;", "()V", Forgery.own("g", "()V"), "()V").bytes())),
                of("a lambda of an interface that is another package's own", Check.CLASS_ACCESS,
                        "names class org.example.rogue.inner.Seal, which is not accessible to it",
                        bank -> rogue().source("org.example.rogue.inner.Seal", "interface Seal { void press(); }")
                                .replacing(FORGED + ".class", Forgery.forged().target("g", "()V")
                                        .lambda("press", "()Lorg/example/rogue/inner/Seal;", "()V", Forgery.own("g", "()V"), "()V").bytes())),
                of("a lambda that overrides a final method by a bridge", Check.LAMBDA, "it overrides final method java.lang.Object.notify",
                        bank -> rogue().replacing("org/example/rogue/Bell.class", Forgery.ringing().bytes()).replacing(FORGED + ".class",
                                Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
                                    code.visitInvokeDynamicInsn("notify", "()Lorg/example/rogue/Bell;", Forgery.altMetafactory(), Type.getType("()J"),
                                            Forgery.bootstrap("java/lang/System", "nanoTime", "()J"), Type.getType("()J"), 4, 1, Type.getType("()V"));
                                    code.visitInsn(Opcodes.ARETURN);
                                }).bytes())),
                ofBytes("a lambda whose count of markers lies", Check.LAMBDA, "its bootstrap arguments have the wrong kinds", marked(7, "none")));
    }

    private static Forgery marked(int count, Object marker) {
        return Forgery.forged().target("g", "()V").method("f", "()Ljava/lang/Object;", code -> {
            code.visitInvokeDynamicInsn("run", RUNNABLE, Forgery.altMetafactory(), Type.getType("()V"), Forgery.own("g", "()V"), Type.getType("()V"),
                    2, count, marker);
            code.visitInsn(Opcodes.ARETURN);
        });
    }

    private static Stream<HostileBundle> handles() {
        return Stream.of(
                ofBytes("a constructor as an ordinary method", Check.CLASS_FILE, "is not a class file (ClassFormatError: Bad method name at constant pool index",
                        Forgery.forged().method("<init>", "()V", code -> {
                            code.visitVarInsn(Opcodes.ALOAD, 0);
                            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
                            code.visitInsn(Opcodes.RETURN);
                        }).lambda("run", "(L" + FORGED + ";)Ljava/lang/Runnable;", "()V",
                                new Handle(Opcodes.H_INVOKEVIRTUAL, FORGED, "<init>", "()V", false), "()V")).alsoRefusedBy(Check.DIRECT_CALL, Check.TYPES),
                ofBytes("a method of a stranger called as the superclass's", Check.DIRECT_CALL, "calls java.lang.StringBuilder.reverse as its own superclass's",
                        Forgery.forged().lambda("run", "(L" + FORGED + ";)Ljava/lang/Runnable;", "()V",
                                new Handle(Opcodes.H_INVOKESPECIAL, "java/lang/StringBuilder", "reverse", "()Ljava/lang/StringBuilder;", false), "()V")),
                ofBytes("a method handle as a constant", Check.HANDLE_CONSTANT, "Forged.f(): loads a method handle or a method type",
                        Forgery.forged().target("g", "()V").method("f", "()Ljava/lang/Object;", code -> {
                            code.visitLdcInsn(Forgery.own("g", "()V"));
                            code.visitInsn(Opcodes.ARETURN);
                        })),
                ofBytes("a method type as a constant", Check.HANDLE_CONSTANT, "Forged.f(): loads a method handle or a method type",
                        Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
                            code.visitLdcInsn(Type.getType("()V"));
                            code.visitInsn(Opcodes.ARETURN);
                        })));
    }

    private static Stream<HostileBundle> others() {
        return Stream.of(
                ofBytes("a bootstrap method of its own", Check.BOOTSTRAP, "links a call site by org.example.rogue.Forged.link",
                        Forgery.forged().method("f", "()V", code -> {
                            code.visitInvokeDynamicInsn("x", "()V", Forgery.own("link", "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;"));
                            code.visitInsn(Opcodes.RETURN);
                        })),
                ofBytes("a constant computed by a bootstrap method", Check.DYNAMIC_CONSTANT, "uses a dynamically computed constant",
                        Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
                            code.visitLdcInsn(new ConstantDynamic("x", "Ljava/lang/Object;", Forgery.bootstrap("java/lang/invoke/ConstantBootstraps", "nullConstant",
                                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;")));
                            code.visitInsn(Opcodes.ARETURN);
                        })),
                ofBytes("a string concatenation that makes a list", Check.CONCATENATION, "the result is no String but a java.util.List",
                        Forgery.forged().method("f", "()Ljava/util/List;", code -> {
                            code.visitInvokeDynamicInsn("x", "()Ljava/util/List;", Forgery.concatenation(), "text");
                            code.visitInsn(Opcodes.ARETURN);
                        })),
                ofBytes("a string concatenation that reads more than it is given", Check.CONCATENATION, "the recipe asks for 2 arguments and 0 constants",
                        Forgery.forged().method("f", "()Ljava/lang/String;", code -> {
                            code.visitInsn(Opcodes.ICONST_0);
                            code.visitInvokeDynamicInsn("x", "(I)Ljava/lang/String;", Forgery.concatenation(), "\1\1");
                            code.visitInsn(Opcodes.ARETURN);
                        })),
                ofBytes("record methods of an object that is none", Check.RECORD_METHODS, "org.example.rogue.Forged is no record",
                        hashing(Forgery.forged(), "(L" + FORGED + ";)I", FORGED)),
                ofBytes("record methods of any object", Check.RECORD_METHODS, "hashCode(Ljava/lang/Object;)I is none of its methods",
                        hashing(Forgery.extending("java/lang/Record"), "(Ljava/lang/Object;)I", FORGED)),
                ofBytes("record methods with a component that has no name", Check.RECORD_METHODS, "0 names stand for 1 components",
                        hashing(Forgery.extending("java/lang/Record"), "(L" + FORGED + ";)I", FORGED, ";")),
                of("record methods that read another class's fields", Check.RECORD_METHODS, "component 1 is no field of the record",
                        bank -> HostileBundle.rogue().source("org.example.rogue.Other", "public class Other { public int x; }")
                                .replacing(FORGED + ".class", hashing(Forgery.extending("java/lang/Record"), "(L" + FORGED + ";)I", "org/example/rogue/Other").bytes())));
    }

    private static Forgery hashing(Forgery forgery, String descriptor, String owner) {
        return hashing(forgery, descriptor, owner, "x");
    }

    private static Forgery hashing(Forgery forgery, String descriptor, String owner, String names) {
        return forgery.with(writer -> writer.visitField(Opcodes.ACC_PUBLIC, "x", "I", null, null)).method("f", "()I", code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInvokeDynamicInsn("hashCode", descriptor, Forgery.recordMethods(), Type.getObjectType(FORGED), names,
                    new Handle(Opcodes.H_GETFIELD, owner, "x", "I", false));
            code.visitInsn(Opcodes.IRETURN);
        });
    }
}
