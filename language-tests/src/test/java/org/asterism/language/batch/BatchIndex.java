package org.asterism.language.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that runs the programs of a batch one after the other. Its {@code main} is the program on HotSpot and of a Linux
 * process, its {@code bareMain} that of a bare machine.
 */
final class BatchIndex {
    static final String CLASS = "org.asterism.language.index.Index";

    private static final String MAIN = "([Ljava/lang/String;)V";
    private static final String MARKS = Type.getInternalName(ProgramMarks.class);
    private static final String BARE = Type.getInternalName(BareProgram.class);

    private BatchIndex() {}

    /** Writes the class file below a folder of classes. */
    static void write(Path folder, List<String> programs) throws IOException {
        String name = CLASS.replace('.', '/');
        ClassWriter index = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        index.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, "java/lang/Object", null);
        MethodVisitor main = method(index, "main", MAIN);
        for (int i = 0; i < programs.size(); i++) {
            // a method each: a class that cannot be linked on HotSpot takes only itself along
            String run = "run" + i;
            run(method(index, run, "()V"), programs.get(i));
            main.visitMethodInsn(Opcodes.INVOKESTATIC, name, run, "()V", false);
        }
        end(main);
        MethodVisitor bare = method(index, "bareMain", "()V");
        bare.visitMethodInsn(Opcodes.INVOKESTATIC, BARE, "begin", "()V", false);
        noArguments(bare);
        bare.visitMethodInsn(Opcodes.INVOKESTATIC, name, "main", MAIN, false);
        bare.visitMethodInsn(Opcodes.INVOKESTATIC, BARE, "end", "()V", false);
        end(bare);
        index.visitEnd();
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, index.toByteArray());
    }

    private static MethodVisitor method(ClassWriter index, String name, String descriptor) {
        MethodVisitor method = index.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        return method;
    }

    /** {@code if (begin(program)) try { program.main(); end(program, null); } catch (Throwable e) { end(program, e); }}. */
    private static void run(MethodVisitor method, String program) {
        Label start = new Label();
        Label unwanted = new Label();
        Label after = new Label();
        Label handler = new Label();
        method.visitTryCatchBlock(start, after, handler, "java/lang/Throwable");
        method.visitLdcInsn(program);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, MARKS, "begin", "(Ljava/lang/String;)Z", false);
        method.visitJumpInsn(Opcodes.IFEQ, unwanted);
        method.visitLabel(start);
        noArguments(method);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, program.replace('.', '/'), "main", MAIN, false);
        method.visitLabel(after);
        method.visitInsn(Opcodes.ACONST_NULL);
        mark(method, program);
        method.visitLabel(handler);
        mark(method, program);
        method.visitLabel(unwanted);
        end(method);
    }

    private static void mark(MethodVisitor method, String program) {
        method.visitLdcInsn(program);
        method.visitInsn(Opcodes.SWAP);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, MARKS, "end", "(Ljava/lang/String;Ljava/lang/Throwable;)V", false);
        method.visitInsn(Opcodes.RETURN);
    }

    private static void noArguments(MethodVisitor method) {
        method.visitInsn(Opcodes.ICONST_0);
        method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
    }

    private static void end(MethodVisitor method) {
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
