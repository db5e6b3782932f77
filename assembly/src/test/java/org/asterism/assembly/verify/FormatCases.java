package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.ofBytes;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files whose parts contradict each other: other tools read them, HotSpot does not (JVMS §4.8). */
final class FormatCases {
    private static final int PUBLIC = Opcodes.ACC_PUBLIC;

    private FormatCases() {}

    static Stream<HostileBundle> all() {
        return Stream.of(
                refused("a field twice", "Duplicate field name \"x\"", writer -> {
                    writer.visitField(PUBLIC, "x", "I", null, null);
                    writer.visitField(PUBLIC, "x", "I", null, null);
                }),
                refused("a method twice", "Duplicate method name \"f\"", writer -> {
                    method(writer, PUBLIC, "f", "()V", true);
                    method(writer, PUBLIC, "f", "()V", true);
                }),
                refused("a field that is final and volatile", "Illegal field modifiers", writer -> writer.visitField(Opcodes.ACC_FINAL | Opcodes.ACC_VOLATILE, "x", "I", null, null)),
                refused("a field that is public and private", "Illegal field modifiers", writer -> writer.visitField(PUBLIC | Opcodes.ACC_PRIVATE, "x", "I", null, null)),
                refused("a method that is abstract and final", "has illegal modifiers", writer -> method(writer, PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_FINAL, "f", "()V", false)),
                refused("a method without code", "Absent Code attribute in method that is not native or abstract", writer -> method(writer, PUBLIC, "f", "()V", false)),
                refused("an abstract method with code", "Code attribute in native or abstract methods", writer -> method(writer, PUBLIC | Opcodes.ACC_ABSTRACT, "f", "()V", true)),
                refused("an initialiser that returns an int", "has illegal signature", writer -> method(writer, PUBLIC, "<init>", "()I", false)),
                refused("an initialiser of the class that takes an int", "has illegal signature", writer -> method(writer, Opcodes.ACC_STATIC, "<clinit>", "(I)V", true)),
                refused("an initialiser of the class for each object", "Method <clinit> is not static", writer -> method(writer, 0, "<clinit>", "()V", true)),
                refused("a method of 256 parameters", "Too many arguments in method signature", writer -> method(writer, PUBLIC, "f", "(" + "I".repeat(256) + ")V", true)),
                refused("an array of 256 dimensions", "Array type descriptor has more than 255 dimensions", writer -> writer.visitField(0, "x", "[".repeat(256) + "I", null, null)),
                refused("a constant of the wrong type", "Bad string initial value", writer -> writer.visitField(PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "x", "Ljava/lang/Object;", null, 1)),
                refused("a host of a nest that is in another's", "Conflicting NestHost and NestMembers", writer -> {
                    writer.visitNestHost("org/example/rogue/A");
                    writer.visitNestMember("org/example/rogue/B");
                }),
                refused("a handler of nothing", "Illegal exception table range", writer -> {
                    MethodVisitor code = writer.visitMethod(PUBLIC, "f", "()V", null, null);
                    Label here = new Label();
                    code.visitTryCatchBlock(here, here, here, null);
                    code.visitLabel(here);
                    code.visitInsn(Opcodes.RETURN);
                    code.visitMaxs(1, 1);
                }),
                flags("a class that is final and abstract", Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT),
                flags("an annotation that is no interface", Opcodes.ACC_ANNOTATION),
                flags("a final interface", Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_FINAL));
    }

    private static HostileBundle refused(String name, String reason, Consumer<ClassWriter> content) {
        return ofBytes(name, Check.CLASS_FILE, reason, Forgery.withFlags(PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_ABSTRACT).with(content)).alsoRefusedBy(Check.TYPES);
    }

    private static HostileBundle flags(String name, int flags) {
        return ofBytes(name, Check.CLASS_FILE, "Illegal class modifiers", Forgery.withFlags(PUBLIC | flags)).alsoRefusedBy(Check.TYPES);
    }

    private static void method(ClassWriter writer, int access, String name, String descriptor, boolean withCode) {
        MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
        if (withCode) {
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(1, 300);
        }
    }
}
