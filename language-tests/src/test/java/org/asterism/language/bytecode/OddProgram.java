package org.asterism.language.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes a program of instructions that javac seldom emits: one method for each, whose result {@code main} prints. */
public final class OddProgram {
    /** The name of the class that is written. */
    public static final String NAME = "odd.Instructions";

    /** The same as bytecode names it. */
    static final String INTERNAL = NAME.replace('.', '/');
    private static final String BUILDER = "java/lang/StringBuilder";

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private final List<String> methods = new ArrayList<>();

    private OddProgram() {
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, INTERNAL, null, "java/lang/Object", null);
    }

    /** Writes the class file below a folder. */
    public static void write(Path folder) throws IOException {
        OddProgram program = new OddProgram();
        StackInstructions.addTo(program);
        LocalInstructions.addTo(program);
        JumpInstructions.addTo(program);
        MemberInstructions.addTo(program);
        LyingInstructions.addTo(program);
        program.add("sourceless", OddProgram::trace);
        program.main();
        program.writer.visitEnd();
        Path file = folder.resolve(INTERNAL + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, program.writer.toByteArray());
    }

    /**
     * Adds a static method that leaves a text in a {@code StringBuilder}: the body finds the builder in local 0, and returns nothing.
     *
     * @param name of the method, printed before what it leaves
     * @param body emits the instructions, without the return
     */
    void add(String name, Consumer<MethodVisitor> body) {
        methods.add(name);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "(L" + BUILDER + ";)V", null, null);
        code.visitCode();
        body.accept(code);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /**
     * Adds a static field.
     *
     * @param access flags besides
     * @param name which other fields may have, too
     * @param descriptor of its type
     * @param constant its value from the start, or null for zero
     */
    void addField(int access, String name, String descriptor, Object constant) {
        writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | access, name, descriptor, null, constant).visitEnd();
    }

    /** Appends the value on the stack to the builder in local 0, and a space. */
    static void append(MethodVisitor code, String descriptor) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        if (descriptor.equals("J") || descriptor.equals("D")) {
            code.visitInsn(Opcodes.DUP_X2);
            code.visitInsn(Opcodes.POP);
        } else {
            code.visitInsn(Opcodes.SWAP);
        }
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + descriptor + ")L" + BUILDER + ";", false);
        code.visitIntInsn(Opcodes.BIPUSH, ' ');
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(C)L" + BUILDER + ";", false);
        code.visitInsn(Opcodes.POP);
    }

    /** {@code main}: calls each method with a new builder, and prints its name and text. */
    private void main() {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        code.visitCode();
        for (String method : methods) {
            code.visitTypeInsn(Opcodes.NEW, BUILDER);
            code.visitInsn(Opcodes.DUP);
            code.visitLdcInsn(method + ": ");
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "(Ljava/lang/String;)V", false);
            code.visitInsn(Opcodes.DUP);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, INTERNAL, method, "(L" + BUILDER + ";)V", false);
            code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
            code.visitInsn(Opcodes.SWAP);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Ljava/lang/Object;)V", false);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Where a class without a source file says that it is. */
    private static void trace(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.NEW, "java/lang/Throwable");
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Throwable", "<init>", "()V", false);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Throwable", "getStackTrace", "()[Ljava/lang/StackTraceElement;", false);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.AALOAD);
        append(code, "Ljava/lang/Object;");
    }

    /** A new label at this place. */
    static Label here(MethodVisitor code) {
        Label label = new Label();
        code.visitLabel(label);
        return label;
    }
}
