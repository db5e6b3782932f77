package org.asterism.language.corpus.switches;

/** A loop around a switch, as interpreters are written. */
public final class StateMachine {
    private StateMachine() {}

    private static int run(int[] code) {
        int[] stack = new int[10];
        int top = 0;
        int at = 0;
        while (true) {
            switch (code[at++]) {
                case 0 -> stack[top++] = code[at++];
                case 1 -> {
                    top--;
                    stack[top - 1] += stack[top];
                }
                case 2 -> {
                    top--;
                    stack[top - 1] *= stack[top];
                }
                case 3 -> {
                    if (stack[--top] != 0) {
                        at = code[at];
                    } else {
                        at++;
                    }
                }
                case 4 -> {
                    stack[top] = stack[top - 1];
                    top++;
                }
                case 5 -> {
                    return stack[top - 1];
                }
                default -> throw new IllegalStateException("opcode " + code[at - 1] + " at " + (at - 1));
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(run(new int[] {0, 6, 0, 7, 2, 5}));
        System.out.println(run(new int[] {0, 10, 0, -1, 1, 4, 3, 2, 5}));
        try {
            System.out.println(run(new int[] {0, 1, 99}));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(run(new int[] {1}));
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(run(new int[] {0, 1}));
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }
}
