package org.asterism.language.bytecode;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Jumps that are too long for two bytes, backward jumps into expressions, comparisons of both NaN kinds, tables that count down. */
final class JumpInstructions {
    /** Instructions of three bytes each that push a jump beyond 32 KiB. */
    private static final int FILLING = 11_500;

    private JumpInstructions() {}

    static void addTo(OddProgram program) {
        program.add("long_jumps", JumpInstructions::longJumps);
        program.add("comparisons", JumpInstructions::comparisons);
        program.add("references", JumpInstructions::references);
        program.add("stack_over_jumps", JumpInstructions::stackOverJumps);
        program.add("handler_over_itself", JumpInstructions::selfHandling);
    }

    /** Counts in local 1 to 3 by a loop whose body is longer than a short jump; the way out is as long. */
    private static void longJumps(MethodVisitor code) {
        Label end = new Label();
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, 1);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, 2);
        Label start = OddProgram.here(code);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.ICONST_3);
        code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        code.visitIincInsn(1, 1);
        for (int i = 0; i < FILLING; i++) {
            code.visitIincInsn(2, 1);
        }
        code.visitJumpInsn(Opcodes.GOTO, start);
        code.visitLabel(end);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        OddProgram.append(code, "I");
        code.visitVarInsn(Opcodes.ILOAD, 2);
        OddProgram.append(code, "I");
    }

    private static void comparisons(MethodVisitor code) {
        double[] values = {Double.NaN, 1, -1};
        for (double left : values) {
            for (double right : values) {
                for (int opcode = Opcodes.FCMPL; opcode <= Opcodes.DCMPG; opcode++) {
                    boolean single = opcode <= Opcodes.FCMPG;
                    code.visitLdcInsn(single ? (Object) (float) left : (Object) left);
                    code.visitLdcInsn(single ? (Object) (float) right : (Object) right);
                    code.visitInsn(opcode);
                    OddProgram.append(code, "I");
                }
            }
        }
    }

    private static void references(MethodVisitor code) {
        for (int opcode : new int[] {Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE}) {
            Label taken = new Label();
            code.visitInsn(Opcodes.ICONST_1);
            code.visitLdcInsn("same");
            code.visitLdcInsn("same");
            code.visitJumpInsn(opcode, taken);
            code.visitInsn(Opcodes.INEG);
            code.visitLabel(taken);
            OddProgram.append(code, "I");
        }
        for (int opcode : new int[] {Opcodes.IFNULL, Opcodes.IFNONNULL}) {
            Label taken = new Label();
            code.visitInsn(Opcodes.ICONST_2);
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitJumpInsn(opcode, taken);
            code.visitInsn(Opcodes.INEG);
            code.visitLabel(taken);
            OddProgram.append(code, "I");
        }
    }

    /** A loop that keeps a long and a reference on the operand stack, which no Java source can. */
    private static void stackOverJumps(MethodVisitor code) {
        Label end = new Label();
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, 1);
        code.visitLdcInsn("kept");
        code.visitInsn(Opcodes.LCONST_1);
        Label loop = OddProgram.here(code);
        code.visitInsn(Opcodes.DUP2);
        code.visitInsn(Opcodes.LADD);
        code.visitIincInsn(1, 1);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitIntInsn(Opcodes.BIPUSH, 40);
        code.visitJumpInsn(Opcodes.IF_ICMPLT, loop);
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(end);
        OddProgram.append(code, "J");
        OddProgram.append(code, "Ljava/lang/Object;");
    }

    /** A handler that covers itself: the second exception comes back to it, as javac's monitors do. */
    private static void selfHandling(MethodVisitor code) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label done = new Label();
        code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, 1);
        code.visitLabel(start);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.IDIV);
        code.visitInsn(Opcodes.POP);
        code.visitJumpInsn(Opcodes.GOTO, done);
        code.visitLabel(handler);
        code.visitInsn(Opcodes.POP);
        code.visitIincInsn(1, 1);
        code.visitIntInsn(Opcodes.BIPUSH, 10);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.ICONST_3);
        code.visitInsn(Opcodes.ISUB);
        code.visitInsn(Opcodes.IDIV);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.ICONST_5);
        code.visitInsn(Opcodes.ISUB);
        code.visitInsn(Opcodes.IREM);
        OddProgram.append(code, "I");
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitIntInsn(Opcodes.BIPUSH, 8);
        Label again = new Label();
        code.visitJumpInsn(Opcodes.IF_ICMPGT, again);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IDIV);
        code.visitInsn(Opcodes.POP);
        code.visitLabel(end);
        code.visitLabel(again);
        code.visitLabel(done);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        OddProgram.append(code, "I");
    }
}
