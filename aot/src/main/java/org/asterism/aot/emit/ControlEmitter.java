package org.asterism.aot.emit;

import org.asterism.aot.flow.Frame;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Jumps and switches. Branches that the flow analysis has decided lead to labels that may not exist, so they are skipped. */
final class ControlEmitter {
    private static final String[] CONDITIONS = {"==", "!=", "<", ">=", ">", "<="};

    private final FunctionContext context;

    ControlEmitter(FunctionContext context) {
        this.context = context;
    }

    void emit(AbstractInsnNode instruction, Frame frame) {
        if (instruction instanceof JumpInsnNode jump) {
            jump(jump, frame);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            StringBuilder text = new StringBuilder("switch (" + context.top(frame, 0) + ") {");
            for (int i = 0; i < table.labels.size(); i++) {
                addCase(text, table.min + i, table.labels.get(i));
            }
            end(text, table.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            StringBuilder text = new StringBuilder("switch (" + context.top(frame, 0) + ") {");
            for (int i = 0; i < lookup.labels.size(); i++) {
                addCase(text, lookup.keys.get(i), lookup.labels.get(i));
            }
            end(text, lookup.dflt);
        } else {
            throw new IllegalArgumentException("unsupported instruction " + instruction.getOpcode());
        }
    }

    private void addCase(StringBuilder text, int key, LabelNode label) {
        if (isTarget(label)) {
            text.append(" case ").append(ConstantEmitter.number(key)).append(": goto ").append(context.label(label)).append(';');
        }
    }

    private void end(StringBuilder text, LabelNode label) {
        if (isTarget(label)) {
            text.append(" default: goto ").append(context.label(label)).append(';');
        }
        context.line(text.append(" }").toString());
    }

    /** Whether a label exists: one that is reached only by falling through to it, because the jump there is decided against, does not. */
    private boolean isTarget(LabelNode label) {
        return context.flow().isReached(label) && context.flow().isJumpTarget(label);
    }

    private void jump(JumpInsnNode jump, Frame frame) {
        if (!isTarget(jump.label)) {
            return;
        }
        String target = "goto " + context.label(jump.label) + ";";
        int opcode = jump.getOpcode();
        if (opcode == Opcodes.GOTO) {
            context.line(target);
        } else if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            context.line("if (" + context.top(frame, 0) + (opcode == Opcodes.IFNULL ? " == 0) " : " != 0) ") + target);
        } else if (opcode <= Opcodes.IFLE && followsLongComparison(jump)) {
            // the operands are still in their variables; comparing them here saves the three-way result
            int position = frame.depth() - 1;
            context.line("if (" + context.stack(position, 'j') + " " + CONDITIONS[opcode - Opcodes.IFEQ] + " " + context.stack(position + 1, 'j')
                    + ") " + target);
        } else if (opcode <= Opcodes.IFLE) {
            context.line("if (" + context.top(frame, 0) + " " + CONDITIONS[opcode - Opcodes.IFEQ] + " 0) " + target);
        } else {
            int condition = opcode <= Opcodes.IF_ICMPLE ? opcode - Opcodes.IF_ICMPEQ : opcode - Opcodes.IF_ACMPEQ;
            context.line("if (" + context.top(frame, 1) + " " + CONDITIONS[condition] + " " + context.top(frame, 0) + ") " + target);
        }
    }

    /** Whether the value tested comes from an {@code lcmp} just before, on every way that leads here. */
    private boolean followsLongComparison(JumpInsnNode jump) {
        AbstractInsnNode before = jump.getPrevious();
        while (before != null && before.getOpcode() < 0) {
            if (before instanceof LabelNode label && context.flow().isJumpTarget(label)) {
                return false;
            }
            before = before.getPrevious();
        }
        return before != null && before.getOpcode() == Opcodes.LCMP;
    }
}
