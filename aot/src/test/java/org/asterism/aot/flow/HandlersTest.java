package org.asterism.aot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

class HandlersTest {
    private final MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "sample", "()V", null, null);

    /** A body of three NOPs in nested ranges: all of them, the last two, the last; the table has them from the innermost to the outermost. */
    private Handlers nested(String inner, String middle, String outer) {
        Label first = new Label();
        Label second = new Label();
        Label third = new Label();
        Label end = new Label();
        Label handler = new Label();
        method.visitTryCatchBlock(third, end, handler, inner);
        method.visitTryCatchBlock(second, end, handler, middle);
        method.visitTryCatchBlock(first, end, handler, outer);
        for (Label label : List.of(first, second, third)) {
            method.visitLabel(label);
            method.visitInsn(Opcodes.NOP);
        }
        method.visitLabel(end);
        method.visitLabel(handler);
        method.visitInsn(Opcodes.ATHROW);
        return Handlers.of(method);
    }

    private List<String> typesAtLastNop(Handlers handlers) {
        AbstractInsnNode last = null;
        for (AbstractInsnNode each : method.instructions) {
            last = each.getOpcode() == Opcodes.NOP ? each : last;
        }
        return handlers.at(method.instructions.indexOf(last)).stream().map((TryCatchBlockNode block) -> block.type).toList();
    }

    @Test
    void differentClassesAreOfferedFromTheInnermost() {
        assertThat(typesAtLastNop(nested("a/One", "a/Two", "a/Three"))).containsExactly("a/One", "a/Two", "a/Three");
    }

    @Test
    void nothingIsOfferedBehindWhatCatchesEverything() {
        assertThat(typesAtLastNop(nested("a/One", "java/lang/Throwable", "a/Three"))).containsExactly("a/One", "java/lang/Throwable");
    }

    @Test
    void nothingIsOfferedBehindAFinally() {
        Handlers handlers = nested(null, "a/Two", "a/Three");
        assertThat(typesAtLastNop(handlers)).containsOnlyNulls().hasSize(1);
        assertThat(handlers.at(method.instructions.size() - 1)).as("at the handler itself").isEmpty();
    }

    @Test
    void aClassIsOfferedToTheInnermostOfItsHandlersOnly() {
        Handlers handlers = nested("a/One", "a/Two", "a/One");
        assertThat(typesAtLastNop(handlers)).containsExactly("a/One", "a/Two");
        assertThat(handlers.at(0)).extracting(block -> block.type).containsExactly("a/One");
    }
}
