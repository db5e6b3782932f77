package org.asterism.language.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a program for which a compiler that makes classes must find names: arrays of arrays of two classes whose names differ in a slash,
 * and two hash codes of one record that hold other components.
 */
public final class NamesProgram {
    /** The name of the class that is written. */
    public static final String NAME = "odd.Names";

    private static final String INTERNAL = NAME.replace('.', '/');
    private static final String OBJECT = "java/lang/Object";
    private static final String PRINTER = "java/io/PrintStream";
    private static final String[] LIKE_EACH_OTHER = {"odd/names/Like", "odd/names_Like"};
    private static final String[] COMPONENTS = {"first", "first;second"};
    private static final int SIZE = 3;

    private NamesProgram() {}

    /** Writes the class files below a folder. */
    public static void write(Path folder) throws IOException {
        for (String name : LIKE_EACH_OTHER) {
            write(folder, name, writer(name));
        }
        ClassWriter program = writer(INTERNAL);
        for (String field : new String[] {"first", "second"}) {
            program.visitField(Opcodes.ACC_FINAL, field, "I", null, null).visitEnd();
        }
        addConstructor(program);
        MethodVisitor code = program.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        for (String name : LIKE_EACH_OTHER) {
            printClassOfArrays(code, name);
        }
        for (String components : COMPONENTS) {
            printHashCode(code, components);
        }
        end(code);
        write(folder, INTERNAL, program);
    }

    private static ClassWriter writer(String name) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, OBJECT, null);
        return type;
    }

    private static void addConstructor(ClassWriter program) {
        MethodVisitor constructor = program.visitMethod(0, "<init>", "(II)V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitVarInsn(Opcodes.ILOAD, 1);
        constructor.visitFieldInsn(Opcodes.PUTFIELD, INTERNAL, "first", "I");
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitVarInsn(Opcodes.ILOAD, 2);
        constructor.visitFieldInsn(Opcodes.PUTFIELD, INTERNAL, "second", "I");
        end(constructor);
    }

    private static void printClassOfArrays(MethodVisitor code, String element) {
        code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "L" + PRINTER + ";");
        code.visitIntInsn(Opcodes.BIPUSH, SIZE);
        code.visitInsn(Opcodes.DUP);
        code.visitMultiANewArrayInsn("[[L" + element + ";", 2);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.AALOAD);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OBJECT, "getClass", "()Ljava/lang/Class;", false);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getName", "()Ljava/lang/String;", false);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, PRINTER, "println", "(Ljava/lang/String;)V", false);
    }

    private static void printHashCode(MethodVisitor code, String components) {
        String[] names = components.split(";");
        Object[] arguments = new Object[2 + names.length];
        arguments[0] = Type.getObjectType(INTERNAL);
        arguments[1] = components;
        for (int i = 0; i < names.length; i++) {
            arguments[2 + i] = new Handle(Opcodes.H_GETFIELD, INTERNAL, names[i], "I", false);
        }
        code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "L" + PRINTER + ";");
        code.visitTypeInsn(Opcodes.NEW, INTERNAL);
        code.visitInsn(Opcodes.DUP);
        code.visitIntInsn(Opcodes.BIPUSH, 5);
        code.visitIntInsn(Opcodes.BIPUSH, 7);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, INTERNAL, "<init>", "(II)V", false);
        code.visitInvokeDynamicInsn("hashCode", "(L" + INTERNAL + ";)I", new Handle(Opcodes.H_INVOKESTATIC, "java/lang/runtime/ObjectMethods", "bootstrap",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;"
                        + "[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;", false), arguments);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, PRINTER, "println", "(I)V", false);
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void write(Path folder, String name, ClassWriter type) throws IOException {
        type.visitEnd();
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, type.toByteArray());
    }
}
