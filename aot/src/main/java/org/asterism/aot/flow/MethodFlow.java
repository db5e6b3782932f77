package org.asterism.aot.flow;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The result of the analysis of one body. */
public final class MethodFlow {
    private final InsnList instructions;
    private final Frame[] frames;
    private final boolean[] joins;
    private final Handlers handlers;
    private final Set<AbstractInsnNode> reused;

    MethodFlow(InsnList instructions, Frame[] frames, boolean[] joins, Handlers handlers, Set<AbstractInsnNode> reused) {
        this.instructions = instructions;
        this.frames = frames;
        this.joins = joins;
        this.handlers = handlers;
        this.reused = reused;
    }

    /** The frame in front of an instruction, or null if no feasible path reaches it. */
    public Frame before(AbstractInsnNode instruction) {
        return frames[instructions.indexOf(instruction)];
    }

    /** Whether some other instruction takes over what this one loads from a final field. */
    public boolean isReused(AbstractInsnNode load) {
        return reused.contains(load);
    }

    /** The handlers that get what an instruction throws, in the order in which they are asked; the same list for neighbours that have the same. */
    public List<TryCatchBlockNode> handlers(AbstractInsnNode instruction) {
        return handlers.at(instructions.indexOf(instruction));
    }

    /** Whether a feasible path reaches an instruction. */
    public boolean isReached(AbstractInsnNode instruction) {
        return before(instruction) != null;
    }

    /** How many instructions a feasible path reaches. */
    public int reachedInstructions() {
        int count = 0;
        for (AbstractInsnNode instruction : instructions) {
            count += instruction.getOpcode() >= 0 && isReached(instruction) ? 1 : 0;
        }
        return count;
    }

    /** Whether a jump, a switch or a handler enters at an instruction. */
    public boolean isJumpTarget(AbstractInsnNode instruction) {
        return joins[instructions.indexOf(instruction)];
    }
}
