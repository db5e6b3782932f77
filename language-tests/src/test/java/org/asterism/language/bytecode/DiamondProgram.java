package org.asterism.language.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a program of interfaces of which each two extend the two before, so that 2<sup>levels</sup> ways lead from the last to the first.
 * {@code javac} goes each of them many times, HotSpot once; a program that did so when it asks for a type would not end.
 */
public final class DiamondProgram {
    /** The name of the class that is written. */
    public static final String NAME = "odd.Diamonds";

    private static final String INTERNAL = NAME.replace('.', '/');
    private static final String OBJECT = "java/lang/Object";
    private static final int LEVELS = 22;
    private static final int LEVELS_WITH_BODIES = 8;
    private static final int QUESTIONS = 20_000;

    private final Path folder;

    private DiamondProgram(Path folder) {
        this.folder = folder;
    }

    /** Writes the class files below a folder. */
    public static void write(Path folder) throws IOException {
        DiamondProgram program = new DiamondProgram(folder);
        program.interfaces("Empty", LEVELS, false);
        program.interfaces("Full", LEVELS_WITH_BODIES, true);
        program.main();
    }

    private void interfaces(String name, int levels, boolean bodies) throws IOException {
        String[] extended = {};
        for (int level = 0; level < levels; level++) {
            String left = "odd/" + name + "Left" + level;
            String right = "odd/" + name + "Right" + level;
            for (String each : new String[] {left, right}) {
                ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
                type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE, each, null, OBJECT, extended);
                announce(type, each);
                if (bodies && level % 3 != 1) {
                    end(type.visitMethod(Opcodes.ACC_PUBLIC, "body", "()V", null, null));
                }
                write(type, each);
            }
            extended = new String[] {left, right};
        }
        ClassWriter implementing = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        implementing.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "odd/" + name, null, OBJECT, extended);
        announce(implementing, "odd/" + name);
        MethodVisitor constructor = implementing.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        end(constructor);
        write(implementing, "odd/" + name);
    }

    /** An initialiser that prints the name. */
    private static void announce(ClassWriter type, String name) {
        MethodVisitor initializer = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        initializer.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        initializer.visitLdcInsn(name);
        initializer.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Ljava/lang/String;)V", false);
        end(initializer);
    }

    private void main() throws IOException {
        ClassWriter program = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        program.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, INTERNAL, null, OBJECT, null);
        MethodVisitor code = program.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        for (String type : new String[] {"odd/Full", "odd/Empty"}) {
            for (String asked : new String[] {type + "Left0", type + "Right3", "java/lang/Runnable"}) {
                code.visitTypeInsn(Opcodes.NEW, type);
                code.visitInsn(Opcodes.DUP);
                code.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "()V", false);
                code.visitInsn(Opcodes.DUP);
                code.visitTypeInsn(Opcodes.INSTANCEOF, asked);
                print(code);
                ask(code, asked);
                print(code);
            }
        }
        Label again = new Label();
        code.visitLdcInsn(QUESTIONS);
        code.visitVarInsn(Opcodes.ISTORE, 1);
        code.visitLabel(again);
        code.visitTypeInsn(Opcodes.NEW, "odd/Empty");
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "odd/Empty", "<init>", "()V", false);
        ask(code, "java/lang/Runnable");
        code.visitInsn(Opcodes.POP);
        code.visitIincInsn(1, -1);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitJumpInsn(Opcodes.IFNE, again);
        end(code);
        write(program, INTERNAL);
    }

    /** Whether the object on the stack is of a type, as {@code Class} tells. */
    private static void ask(MethodVisitor code, String type) {
        code.visitLdcInsn(Type.getObjectType(type));
        code.visitInsn(Opcodes.SWAP);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "isInstance", "(L" + OBJECT + ";)Z", false);
    }

    private static void print(MethodVisitor code) {
        code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        code.visitInsn(Opcodes.SWAP);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Z)V", false);
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void write(ClassWriter type, String name) throws IOException {
        type.visitEnd();
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, type.toByteArray());
    }
}
