package org.asterism.language.bytecode;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Every form of the instructions that shuffle the stack (JVMS §6.5.dup2_x2 and its like). */
final class StackInstructions {
    private StackInstructions() {}

    static void addTo(OddProgram program) {
        program.add("swap", code -> shuffle(code, "ai", Opcodes.SWAP, "ia"));
        program.add("dup_i", code -> shuffle(code, "i", Opcodes.DUP, "ii"));
        program.add("dup_x1_ia", code -> shuffle(code, "ia", Opcodes.DUP_X1, "aia"));
        program.add("dup_x2_form1", code -> shuffle(code, "ifa", Opcodes.DUP_X2, "aifa"));
        program.add("dup_x2_form2", code -> shuffle(code, "ji", Opcodes.DUP_X2, "iji"));
        program.add("dup2_form1", code -> shuffle(code, "if", Opcodes.DUP2, "ifif"));
        program.add("dup2_form2", code -> shuffle(code, "d", Opcodes.DUP2, "dd"));
        program.add("dup2_x1_form1", code -> shuffle(code, "iaf", Opcodes.DUP2_X1, "afiaf"));
        program.add("dup2_x1_form2", code -> shuffle(code, "aj", Opcodes.DUP2_X1, "jaj"));
        program.add("dup2_x2_form1", code -> shuffle(code, "ifai", Opcodes.DUP2_X2, "aiifai"));
        program.add("dup2_x2_form2", code -> shuffle(code, "ifd", Opcodes.DUP2_X2, "difd"));
        program.add("dup2_x2_form3", code -> shuffle(code, "jia", Opcodes.DUP2_X2, "iajia"));
        program.add("dup2_x2_form4", code -> shuffle(code, "jd", Opcodes.DUP2_X2, "djd"));
        program.add("pop", code -> shuffle(code, "jif", Opcodes.POP, "ji"));
        program.add("pop2_form1", code -> shuffle(code, "jia", Opcodes.POP2, "j"));
        program.add("pop2_form2", code -> shuffle(code, "ij", Opcodes.POP2, "i"));
        program.add("nop", code -> shuffle(code, "ifajd", Opcodes.NOP, "ifajd"));
    }

    /**
     * Pushes values of the kinds {@code i f a j d}, the second one different from the first, executes an instruction, and appends
     * what is on the stack then, from the top.
     */
    private static void shuffle(MethodVisitor code, String pushed, int opcode, String left) {
        for (int i = 0; i < pushed.length(); i++) {
            switch (pushed.charAt(i)) {
                case 'i' -> code.visitIntInsn(Opcodes.SIPUSH, 1000 + i);
                case 'f' -> code.visitLdcInsn(0.5f + i);
                case 'a' -> code.visitLdcInsn("text" + i);
                case 'j' -> code.visitLdcInsn((1L << 40) + i);
                default -> code.visitLdcInsn(-0.25 - i);
            }
        }
        code.visitInsn(opcode);
        for (int i = left.length() - 1; i >= 0; i--) {
            char kind = left.charAt(i);
            OddProgram.append(code, kind == 'a' ? "Ljava/lang/Object;" : String.valueOf(kind).toUpperCase(java.util.Locale.ROOT));
        }
    }
}
