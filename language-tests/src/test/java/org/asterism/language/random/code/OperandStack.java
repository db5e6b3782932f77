package org.asterism.language.random.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The kinds on the operand stack at the place where the next instruction goes. */
final class OperandStack {
    private static final int MOST = 12;

    private final MethodVisitor code;
    private final List<Kind> kinds = new ArrayList<>();

    OperandStack(MethodVisitor code) {
        this.code = code;
    }

    /** Begins anew where a block is entered. */
    void enter(List<Kind> shape) {
        kinds.clear();
        kinds.addAll(shape);
    }

    int depth() {
        return kinds.size();
    }

    /** Whether it is just what a block wants. */
    boolean is(List<Kind> shape) {
        return kinds.size() == shape.size() && common(shape) == shape.size();
    }

    boolean isFull() {
        return kinds.size() >= MOST;
    }

    /** The kind so many entries below the top, or null if there are not so many. */
    Kind peek(int below) {
        return below < kinds.size() ? kinds.get(kinds.size() - 1 - below) : null;
    }

    /** An instruction has pushed a value. */
    void push(Kind kind) {
        kinds.add(kind);
    }

    /** An instruction has taken values. */
    void take(int count) {
        kinds.subList(kinds.size() - count, kinds.size()).clear();
    }

    /** Emits a pop of the top. */
    void pop() {
        code.visitInsn(peek(0).category() == 2 ? Opcodes.POP2 : Opcodes.POP);
        take(1);
    }

    /** How many of the kinds from the bottom up stand as in a shape. */
    int common(List<Kind> shape) {
        int same = 0;
        while (same < shape.size() && same < kinds.size() && kinds.get(same).fits(shape.get(same))) {
            same++;
        }
        return same;
    }

    /**
     * Emits one of the instructions that copy or exchange, if its form of JVMS §6.5 fits what is on top.
     *
     * @param opcode from {@code POP} to {@code SWAP}
     */
    void juggle(int opcode) {
        int copied = switch (opcode) {
            case Opcodes.POP, Opcodes.DUP, Opcodes.DUP_X1, Opcodes.DUP_X2, Opcodes.SWAP -> entries(0, 1);
            default -> entries(0, 2);
        };
        int under = switch (opcode) {
            case Opcodes.DUP_X1, Opcodes.DUP2_X1, Opcodes.SWAP -> entries(copied, 1);
            case Opcodes.DUP_X2, Opcodes.DUP2_X2 -> entries(copied, 2);
            default -> 0;
        };
        if (copied <= 0 || under < 0 || isFull()) {
            return;
        }
        code.visitInsn(opcode);
        int top = kinds.size();
        List<Kind> upper = List.copyOf(kinds.subList(top - copied, top));
        if (opcode == Opcodes.POP || opcode == Opcodes.POP2) {
            take(copied);
        } else if (opcode == Opcodes.SWAP) {
            kinds.add(top - 2, kinds.remove(top - 1));
        } else {
            kinds.addAll(top - copied - under, upper);
        }
    }

    /** How many values below the upper ones take exactly so many words; -1 if none do. */
    private int entries(int below, int words) {
        int count = 0;
        int size = 0;
        while (below >= 0 && size < words && peek(below + count) != null) {
            size += peek(below + count).category();
            count++;
        }
        return below >= 0 && size == words ? count : -1;
    }
}
