package org.asterism.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

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
            if (isStore(initializer.owner(), instruction)) {
                AbstractInsnNode[] question = endingWith(instruction);
                if (question != null && isQuestion(question) && !isEntered(initializer.node(), question)) {
                    for (AbstractInsnNode part : question) {
                        code.remove(part);
                    }
                }
                return;
            }
        }
    }

    private static boolean isStore(JavaClass owner, AbstractInsnNode instruction) {
        if (!(instruction instanceof FieldInsnNode store) || store.getOpcode() != Opcodes.PUTSTATIC || !store.owner.equals(owner.name())) {
            return false;
        }
        JavaField field = owner.field(store.name, store.desc);
        return field != null && field.isAssertionStatus();
    }

    /** The instructions that end with a store, if they are those of the pattern; else null. */
    private static AbstractInsnNode[] endingWith(AbstractInsnNode last) {
        AbstractInsnNode[] found = new AbstractInsnNode[PATTERN.length];
        AbstractInsnNode instruction = last;
        for (int i = PATTERN.length - 1; i >= 0; i--) {
            while (instruction instanceof LabelNode || instruction instanceof LineNumberNode) {
                instruction = instruction.getPrevious();
            }
            if (instruction == null || instruction.getOpcode() != PATTERN[i]) {
                return null;
            }
            found[i] = instruction;
            instruction = instruction.getPrevious();
        }
        return found;
    }

    /** Whether it is a class that is asked, and nothing but the question takes or leaves a value. */
    private static boolean isQuestion(AbstractInsnNode[] found) {
        return ((LdcInsnNode) found[0]).cst instanceof Type type && type.getSort() != Type.METHOD
                && found[1] instanceof MethodInsnNode call && call.owner.equals("java/lang/Class") && call.name.equals("desiredAssertionStatus")
                && next(((JumpInsnNode) found[2]).label) == found[5] && next(((JumpInsnNode) found[4]).label) == found[6];
    }

    /** Whether other code jumps into it, with values on the stack that would remain there. */
    private static boolean isEntered(MethodNode method, AbstractInsnNode[] found) {
        Set<AbstractInsnNode> own = Set.of(found);
        List<LabelNode> targets = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof JumpInsnNode jump && !own.contains(jump)) {
                targets.add(jump.label);
            } else if (instruction instanceof TableSwitchInsnNode table) {
                targets.addAll(table.labels);
                targets.add(table.dflt);
            } else if (instruction instanceof LookupSwitchInsnNode lookup) {
                targets.addAll(lookup.labels);
                targets.add(lookup.dflt);
            }
        }
        method.tryCatchBlocks.forEach(handler -> targets.add(handler.handler));
        return targets.stream().map(AssertionStatus::next).anyMatch(target -> target != found[0] && own.contains(target));
    }

    private static AbstractInsnNode next(AbstractInsnNode label) {
        AbstractInsnNode instruction = label;
        while (instruction != null && instruction.getOpcode() < 0) {
            instruction = instruction.getNext();
        }
        return instruction;
    }
}
