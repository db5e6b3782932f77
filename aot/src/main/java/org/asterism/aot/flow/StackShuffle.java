package org.asterism.aot.flow;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** The untyped stack instructions, POP to SWAP, over stacks on which a long or double is one entry. */
public final class StackShuffle {
    private StackShuffle() {
    }

    static void apply(int opcode, Frame frame) {
        List<Integer> order = order(opcode, frame);
        int consumed = consumed(opcode, frame);
        Value[] old = new Value[consumed];
        for (int i = 0; i < consumed; i++) {
            old[i] = frame.pop();
        }
        for (int below : order) {
            frame.push(old[below]);
        }
    }

    /** The number of entries that the instruction takes off the stack. */
    public static int consumed(int opcode, Frame frame) {
        boolean wide = frame.top(0).isWide();
        return switch (opcode) {
            case Opcodes.POP, Opcodes.DUP -> 1;
            case Opcodes.POP2, Opcodes.DUP2 -> wide ? 1 : 2;
            case Opcodes.DUP_X1, Opcodes.SWAP -> 2;
            case Opcodes.DUP_X2 -> frame.top(1).isWide() ? 2 : 3;
            case Opcodes.DUP2_X1 -> wide ? 2 : 3;
            case Opcodes.DUP2_X2 -> wide ? frame.top(1).isWide() ? 2 : 3 : frame.top(2).isWide() ? 3 : 4;
            default -> throw new IllegalArgumentException("not a stack instruction: " + opcode);
        };
    }

    /** The entries that replace them, bottom first, each as its old distance from the top. */
    public static List<Integer> order(int opcode, Frame frame) {
        int consumed = consumed(opcode, frame);
        boolean wide = frame.top(0).isWide();
        List<Integer> order = new ArrayList<>();
        switch (opcode) {
            case Opcodes.POP, Opcodes.POP2 -> { }
            case Opcodes.SWAP -> order.addAll(List.of(0, 1));
            case Opcodes.DUP, Opcodes.DUP_X1, Opcodes.DUP_X2 -> {
                order.add(0);
                addOld(order, consumed);
            }
            default -> {
                if (!wide) {
                    order.add(1);
                }
                order.add(0);
                addOld(order, consumed);
            }
        }
        return order;
    }

    private static void addOld(List<Integer> order, int consumed) {
        for (int below = consumed - 1; below >= 0; below--) {
            order.add(below);
        }
    }
}
