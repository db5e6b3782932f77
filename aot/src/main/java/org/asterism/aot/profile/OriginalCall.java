package org.asterism.aot.profile;

import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.MethodInsnNode;

/** A direct call that reaches the member itself even where it is substituted. */
public final class OriginalCall extends MethodInsnNode {
    /** A call of a method by {@code invokestatic} or {@code invokespecial}. */
    public OriginalCall(int opcode, JavaMethod target) {
        super(opcode, target.owner().name(), target.name(), target.descriptor(), target.owner().isInterface());
    }
}
