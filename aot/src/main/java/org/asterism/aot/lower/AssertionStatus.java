package org.asterism.aot.lower;

import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Removes from a class initialiser what javac emits to ask for the assertion status: it is decided when the image is made. */
final class AssertionStatus {
    /** {@code ldc; invokevirtual; ifne; iconst_1; goto; iconst_0; putstatic}, labels and lines aside. */
    private static final int[] PATTERN = {Opcodes.LDC, Opcodes.INVOKEVIRTUAL, Opcodes.IFNE, Opcodes.ICONST_1, Opcodes.GOTO,
        Opcodes.ICONST_0, Opcodes.PUTSTATIC};

    private AssertionStatus() {
    }

    static void remove(JavaMethod initializer) {
        InsnList code = initializer.node().instructions;
        for (AbstractInsnNode instruction : code.toArray()) {
            if (instruction instanceof FieldInsnNode field && field.name.equals("$assertionsDisabled")
                    && field.getOpcode() == Opcodes.PUTSTATIC) {
                remove(code, field);
                return;
            }
        }
    }

    private static void remove(InsnList code, AbstractInsnNode last) {
        AbstractInsnNode[] found = new AbstractInsnNode[PATTERN.length];
        AbstractInsnNode instruction = last;
        for (int i = PATTERN.length - 1; i >= 0; i--) {
            while (instruction instanceof LabelNode || instruction instanceof LineNumberNode) {
                instruction = instruction.getPrevious();
            }
            if (instruction == null || instruction.getOpcode() != PATTERN[i]) {
                return;
            }
            found[i] = instruction;
            instruction = instruction.getPrevious();
        }
        for (AbstractInsnNode part : found) {
            code.remove(part);
        }
    }
}
