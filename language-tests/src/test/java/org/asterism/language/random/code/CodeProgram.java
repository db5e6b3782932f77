package org.asterism.language.random.code;

import java.util.List;
import org.asterism.language.random.Choices;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A program of random methods that call those before them. The class is a {@code Supplier} of what its methods return, so that {@code
 * main} can have each called, and what is returned, thrown and left in static fields be printed.
 */
public final class CodeProgram {
    /** The kinds of which there are static fields. */
    static final List<Kind> FIELDS = List.of(Kind.INT, Kind.LONG, Kind.OBJECT, Kind.DOUBLE, Kind.INTS);
    /** Of every method. */
    static final String DESCRIPTOR = "(I)J";

    private static final int MOST_METHODS = 3;
    private static final int ARGUMENT = 4;
    private static final String SUPPLIER = "java/util/function/Supplier";

    private final Choices choices;
    private final String name;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    private CodeProgram(String name, Choices choices) {
        this.name = name.replace('.', '/');
        this.choices = choices;
    }

    /**
     * Writes the program that a sequence of choices stands for.
     *
     * @param name its class, with the package
     * @param numbers the choices
     * @return a class file
     */
    public static byte[] write(String name, List<Integer> numbers) {
        CodeProgram program = new CodeProgram(name, new Choices(numbers));
        program.write();
        return program.writer.toByteArray();
    }

    static String field(Kind kind) {
        return "state" + kind.ordinal();
    }

    static String method(int number) {
        return "method" + number;
    }

    private void write() {
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_FINAL, name, null, "java/lang/Object", new String[] {SUPPLIER});
        for (Kind kind : FIELDS) {
            writer.visitField(Opcodes.ACC_STATIC, field(kind), kind.descriptor(), null, null).visitEnd();
        }
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "number", "I", null, null).visitEnd();
        int count = 1 + choices.below(MOST_METHODS);
        for (int i = 0; i < count; i++) {
            int access = Opcodes.ACC_STATIC | (choices.rarely(4) ? Opcodes.ACC_SYNCHRONIZED : 0);
            Choices part = choices.part(choices.left() / (count - i));
            new CodeWriter(part, writer.visitMethod(access, method(i), DESCRIPTOR, null, null), name, i).write();
        }
        constructor();
        get(count);
        main(count);
        writer.visitEnd();
    }

    private void constructor() {
        MethodVisitor code = writer.visitMethod(0, "<init>", "(I)V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "number", "I");
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** {@code public Object get()}: calls the method of that number. */
    private void get(int count) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "get", "()Ljava/lang/Object;", null, null);
        code.visitCode();
        Label[] labels = new Label[count];
        for (int i = 0; i < count; i++) {
            labels[i] = new Label();
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, "number", "I");
        code.visitTableSwitchInsn(0, count - 1, labels[0], labels);
        for (int i = 0; i < count; i++) {
            code.visitLabel(labels[i]);
            code.visitInsn(ARGUMENT + Opcodes.ICONST_0);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name, method(i), DESCRIPTOR, false);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
            code.visitInsn(Opcodes.ARETURN);
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void main(int count) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        code.visitCode();
        for (int i = count - 1; i >= 0; i--) {
            code.visitLdcInsn(method(i));
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.ICONST_0 + i);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "(I)V", false);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, Operands.TRACE, "report", "(Ljava/lang/String;L" + SUPPLIER + ";)V", false);
        }
        for (Kind kind : FIELDS) {
            code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
            code.visitFieldInsn(Opcodes.GETSTATIC, name, field(kind), kind.descriptor());
            String shown = kind.isReference() ? Kind.OBJECT.descriptor() : kind.descriptor();
            code.visitMethodInsn(Opcodes.INVOKESTATIC, kind.isReference() ? Operands.TRACE : "java/lang/String", kind.isReference() ? "show" : "valueOf",
                    "(" + shown + ")Ljava/lang/String;", false);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Ljava/lang/String;)V", false);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
