package org.asterism.aot.flow;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;

/** The result of the analysis of one body. */
public final class MethodFlow {
    private final InsnList instructions;
    private final Frame[] frames;
    private final boolean[] joins;

    MethodFlow(InsnList instructions, Frame[] frames, boolean[] joins) {
        this.instructions = instructions;
        this.frames = frames;
        this.joins = joins;
    }

    /** The frame in front of an instruction, or null if no feasible path reaches it. */
    public Frame before(AbstractInsnNode instruction) {
        return frames[instructions.indexOf(instruction)];
    }

    /** Whether a feasible path reaches an instruction. */
    public boolean isReached(AbstractInsnNode instruction) {
        return before(instruction) != null;
    }

    /** Whether a jump, a switch or a handler enters at an instruction. */
    public boolean isJumpTarget(AbstractInsnNode instruction) {
        return joins[instructions.indexOf(instruction)];
    }
}
