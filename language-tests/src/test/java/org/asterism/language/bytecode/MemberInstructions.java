package org.asterism.language.bytecode;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Members that the language does not let one write: told apart by type alone, read where javac would put the constant, stored too wide. */
final class MemberInstructions {
    private static final String NAME = "member";
    private static final int WIDE = 0x1234_56F8;

    private MemberInstructions() {}

    /** Adds the methods, and the fields that they use. */
    static void addTo(OddProgram program) {
        program.addField(Opcodes.ACC_FINAL, NAME, "Ljava/lang/String;", "text that nothing but the field names");
        program.addField(Opcodes.ACC_FINAL, NAME, "D", 0.25);
        program.addField(0, NAME, "I", 7);
        program.addField(0, NAME, "J", 8L);
        program.add("constantsOfFields", code -> {
            for (String descriptor : new String[] {"Ljava/lang/String;", "D", "I", "J"}) {
                load(code, descriptor);
            }
        });
        for (String descriptor : new String[] {"Z", "B", "C", "S"}) {
            program.addField(0, NAME, descriptor, null);
            program.add("narrowed" + descriptor, code -> {
                for (int value : new int[] {WIDE, -WIDE, 2, 3}) {
                    code.visitLdcInsn(value);
                    code.visitFieldInsn(Opcodes.PUTSTATIC, OddProgram.INTERNAL, NAME, descriptor);
                    code.visitFieldInsn(Opcodes.GETSTATIC, OddProgram.INTERNAL, NAME, descriptor);
                    OddProgram.append(code, "I");
                }
            });
        }
        program.add("narrowedElement", code -> {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BOOLEAN);
            code.visitVarInsn(Opcodes.ASTORE, 1);
            for (int value : new int[] {WIDE, 3}) {
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitInsn(Opcodes.ICONST_0);
                code.visitLdcInsn(value);
                code.visitInsn(Opcodes.BASTORE);
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitInsn(Opcodes.ICONST_0);
                code.visitInsn(Opcodes.BALOAD);
                OddProgram.append(code, "I");
            }
        });
    }

    private static void load(MethodVisitor code, String descriptor) {
        code.visitFieldInsn(Opcodes.GETSTATIC, OddProgram.INTERNAL, NAME, descriptor);
        OddProgram.append(code, descriptor);
    }
}
