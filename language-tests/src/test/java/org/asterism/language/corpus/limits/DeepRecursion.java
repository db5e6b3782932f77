package org.asterism.language.corpus.limits;

/** Recursion that is deep, but not too deep. */
public final class DeepRecursion {
    private DeepRecursion() {}

    private static int sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    private static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    private static int ackermann(int m, int n) {
        return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    private static long fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    private static void hanoi(int n, int[] moves, char from, char to, char by) {
        if (n > 0) {
            hanoi(n - 1, moves, from, by, to);
            moves[0] = moves[0] * 7 + from - to;
            hanoi(n - 1, moves, by, to, from);
        }
    }

    private static int permutations(int[] values, int at) {
        if (at == values.length) {
            return values[0] * 100 + values[values.length - 1];
        }
        int result = 0;
        for (int i = at; i < values.length; i++) {
            int swapped = values[at];
            values[at] = values[i];
            values[i] = swapped;
            result = result * 3 + permutations(values, at + 1);
            values[i] = values[at];
            values[at] = swapped;
        }
        return result;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(sum(150) + " " + even(100) + " " + odd(101) + " " + ackermann(2, 9) + " " + fibonacci(20));
        int[] moves = new int[1];
        hanoi(8, moves, 'a', 'b', 'c');
        System.out.println(moves[0] + " " + permutations(new int[] {1, 2, 3, 4, 5}, 0));
    }
}
