package org.asterism.language.bytecode;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Locals of every kind in the places that have instructions of their own, and in those that need the wide forms. */
final class LocalInstructions {
    private static final int[] PLACES = {0, 1, 2, 3, 4, 255, 256, 700};
    private static final int BUILDER_PLACE = 800;

    private LocalInstructions() {}

    static void addTo(OddProgram program) {
        program.add("int_locals", code -> everywhere(code, Opcodes.ISTORE, Opcodes.ILOAD, "I"));
        program.add("long_locals", code -> everywhere(code, Opcodes.LSTORE, Opcodes.LLOAD, "J"));
        program.add("float_locals", code -> everywhere(code, Opcodes.FSTORE, Opcodes.FLOAD, "F"));
        program.add("double_locals", code -> everywhere(code, Opcodes.DSTORE, Opcodes.DLOAD, "D"));
        program.add("reference_locals", code -> everywhere(code, Opcodes.ASTORE, Opcodes.ALOAD, "Ljava/lang/Object;"));
        program.add("wide_iinc", LocalInstructions::increments);
        program.add("constants", LocalInstructions::constants);
        program.add("many_constants", LocalInstructions::manyConstants);
        program.add("partial_dimensions", LocalInstructions::dimensions);
    }

    /** Stores, overwrites the slot with another kind before, and loads again; the builder moves out of the way. */
    private static void everywhere(MethodVisitor code, int store, int load, String descriptor) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ASTORE, BUILDER_PLACE);
        for (int place : PLACES) {
            if (place != 0) {
                code.visitLdcInsn("overwritten");
                code.visitVarInsn(Opcodes.ASTORE, place);
            }
            push(code, descriptor, place);
            code.visitVarInsn(store, place);
            code.visitVarInsn(load, place);
            code.visitVarInsn(Opcodes.ALOAD, BUILDER_PLACE);
            code.visitVarInsn(Opcodes.ASTORE, 0);
            OddProgram.append(code, descriptor);
        }
    }

    private static void push(MethodVisitor code, String descriptor, int n) {
        switch (descriptor) {
            case "I" -> code.visitLdcInsn(n - 5);
            case "J" -> code.visitLdcInsn((long) n << 33);
            case "F" -> code.visitLdcInsn(n / 8f);
            case "D" -> code.visitLdcInsn(n / -3.0);
            default -> code.visitLdcInsn("n" + n);
        }
    }

    private static void increments(MethodVisitor code) {
        for (int place : new int[] {5, 300}) {
            code.visitInsn(Opcodes.ICONST_M1);
            code.visitVarInsn(Opcodes.ISTORE, place);
            for (int by : new int[] {1, -1, 127, -128, 128, -129, 32767, -32768}) {
                code.visitIincInsn(place, by);
                code.visitVarInsn(Opcodes.ILOAD, place);
                OddProgram.append(code, "I");
            }
        }
    }

    private static void constants(MethodVisitor code) {
        for (int opcode = Opcodes.ICONST_M1; opcode <= Opcodes.ICONST_5; opcode++) {
            code.visitInsn(opcode);
            OddProgram.append(code, "I");
        }
        for (int opcode = Opcodes.LCONST_0; opcode <= Opcodes.DCONST_1; opcode++) {
            code.visitInsn(opcode);
            OddProgram.append(code, opcode <= Opcodes.LCONST_1 ? "J" : opcode <= Opcodes.FCONST_2 ? "F" : "D");
        }
        code.visitInsn(Opcodes.ACONST_NULL);
        OddProgram.append(code, "Ljava/lang/Object;");
    }

    /** More constants than a one-byte index reaches, so that the last ones take {@code ldc_w}. */
    private static void manyConstants(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_0);
        for (int i = 0; i < 300; i++) {
            code.visitLdcInsn(1_000_000 + i * 7919);
            code.visitInsn(Opcodes.IADD);
        }
        OddProgram.append(code, "I");
        code.visitLdcInsn("the last constant");
        OddProgram.append(code, "Ljava/lang/Object;");
        code.visitLdcInsn(1.25f);
        OddProgram.append(code, "F");
    }

    /** {@code multianewarray} that fills fewer dimensions than the type has, and one only. */
    private static void dimensions(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_3);
        code.visitInsn(Opcodes.ICONST_2);
        code.visitMultiANewArrayInsn("[[[J", 2);
        code.visitInsn(Opcodes.DUP);
        code.visitInsn(Opcodes.ARRAYLENGTH);
        OddProgram.append(code, "I");
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.AALOAD);
        code.visitInsn(Opcodes.DUP);
        code.visitInsn(Opcodes.ARRAYLENGTH);
        OddProgram.append(code, "I");
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.AALOAD);
        OddProgram.append(code, "Ljava/lang/Object;");
        code.visitInsn(Opcodes.ICONST_4);
        code.visitMultiANewArrayInsn("[I", 1);
        code.visitInsn(Opcodes.ARRAYLENGTH);
        OddProgram.append(code, "I");
    }
}
