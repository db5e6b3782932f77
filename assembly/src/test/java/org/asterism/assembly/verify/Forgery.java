package org.asterism.assembly.verify;

import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files that no compiler of Java would make. */
final class Forgery {
    private static final String LOOKUP = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;";
    private final ClassWriter writer = new ClassWriter(0);
    private final String name;

    private Forgery(String name) {
        this.name = name;
    }

    private Forgery(String name, int version, String superName, String... interfaces) {
        this(name);
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, superName, interfaces);
    }

    /** A public class {@code org.example.rogue.Forged}. */
    static Forgery forged() {
        return named("org/example/rogue/Forged");
    }

    /** An abstract class {@code org.example.rogue.Forged}. */
    static Forgery abstractOne() {
        return withFlags(Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_ABSTRACT);
    }

    /** A class {@code org.example.rogue.Forged} with the flags given. */
    static Forgery withFlags(int flags) {
        Forgery forgery = new Forgery("org/example/rogue/Forged");
        forgery.writer.visit(Opcodes.V17, flags, forgery.name, null, "java/lang/Object", null);
        return forgery;
    }

    /** An interface {@code org.example.rogue.Bell} with a method {@code long notify()}. */
    static Forgery ringing() {
        Forgery forgery = new Forgery("org/example/rogue/Bell");
        forgery.writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, forgery.name, null, "java/lang/Object", null);
        forgery.writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "notify", "()J", null, null).visitEnd();
        return forgery;
    }

    static Forgery named(String name) {
        return new Forgery(name, Opcodes.V17, "java/lang/Object");
    }

    static Forgery ofVersion(int version) {
        return new Forgery("org/example/rogue/Forged", version, "java/lang/Object");
    }

    static Forgery extending(String superName, String... interfaces) {
        return new Forgery("org/example/rogue/Forged", Opcodes.V17, superName, interfaces);
    }

    static Forgery named(String name, String superName) {
        return new Forgery(name, Opcodes.V17, superName);
    }

    /** Adds whatever else. */
    Forgery with(Consumer<ClassWriter> content) {
        content.accept(writer);
        return this;
    }

    /** Adds a public method; the stack and locals are large enough for any of these. */
    Forgery method(String method, String descriptor, Consumer<MethodVisitor> content) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
        code.visitCode();
        content.accept(code);
        code.visitMaxs(6, 6);
        code.visitEnd();
        return this;
    }

    /** Adds a static method that does nothing. */
    Forgery target(String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, method, descriptor, null, null);
        code.visitCode();
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 4);
        code.visitEnd();
        return this;
    }

    /** Adds a method {@code f} that makes a lambda of its receiver or of nothing. */
    Forgery lambda(String method, String callSite, String implemented, Handle target, String claimed) {
        return method("f", "()Ljava/lang/Object;", code -> {
            if (!callSite.startsWith("()")) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
            }
            code.visitInvokeDynamicInsn(method, callSite, metafactory(), Type.getType(implemented), target, Type.getType(claimed));
            code.visitInsn(Opcodes.ARETURN);
        });
    }

    static Handle metafactory() {
        return bootstrap("java/lang/invoke/LambdaMetafactory", "metafactory", LOOKUP + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;"
                + "Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;");
    }

    static Handle altMetafactory() {
        return bootstrap("java/lang/invoke/LambdaMetafactory", "altMetafactory",
                LOOKUP + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;");
    }

    static Handle concatenation() {
        return bootstrap("java/lang/invoke/StringConcatFactory", "makeConcatWithConstants",
                LOOKUP + "Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;");
    }

    static Handle recordMethods() {
        return bootstrap("java/lang/runtime/ObjectMethods", "bootstrap", LOOKUP
                + "Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;");
    }

    static Handle bootstrap(String owner, String method, String descriptor) {
        return new Handle(Opcodes.H_INVOKESTATIC, owner, method, descriptor, false);
    }

    /** A handle of a static method of the class itself. */
    static Handle own(String method, String descriptor) {
        return bootstrap("org/example/rogue/Forged", method, descriptor);
    }

    String path() {
        return name + ".class";
    }

    byte[] bytes() {
        writer.visitEnd();
        return writer.toByteArray();
    }
}
