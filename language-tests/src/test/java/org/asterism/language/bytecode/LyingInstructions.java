package org.asterism.language.bytecode;

import java.util.function.Consumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Objects used as what they are not: the verifier of types lets any object but an array pass for an interface (JVMS §4.10.1.2). */
final class LyingInstructions {
    private LyingInstructions() {}

    /** Adds the methods. */
    static void addTo(OddProgram program) {
        failing(program, "callOfNoRunnable", code -> {
            code.visitLdcInsn("no Runnable");
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
        });
        failing(program, "castOfNoRunnable", code -> {
            code.visitLdcInsn("no Runnable");
            code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Runnable");
            code.visitInsn(Opcodes.POP);
        });
        failing(program, "storeOfNoRunnable", code -> {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Runnable");
            code.visitInsn(Opcodes.ICONST_0);
            code.visitLdcInsn("no Runnable");
            code.visitInsn(Opcodes.AASTORE);
        });
        failing(program, "elementThatIsNoRunnable", code -> {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitLdcInsn("no Runnable");
            code.visitInsn(Opcodes.AASTORE);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInsn(Opcodes.AALOAD);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
        });
        failing(program, "callOfNothing", code -> {
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
        });
    }

    /** A method that leaves the class of what its body throws. */
    private static void failing(OddProgram program, String name, Consumer<MethodVisitor> body) {
        program.add(name, code -> {
            Label start = new Label();
            Label end = new Label();
            Label done = new Label();
            code.visitTryCatchBlock(start, end, end, null);
            code.visitLabel(start);
            body.accept(code);
            code.visitLdcInsn("nothing");
            OddProgram.append(code, "Ljava/lang/String;");
            code.visitJumpInsn(Opcodes.GOTO, done);
            code.visitLabel(end);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getName", "()Ljava/lang/String;", false);
            OddProgram.append(code, "Ljava/lang/String;");
            code.visitLabel(done);
        });
    }
}
