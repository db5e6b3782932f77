package org.asterism.language.corpus.limits;

/** Expressions that need a deep operand stack. */
public final class DeepExpressions {
    private DeepExpressions() {}

    private static int f(int a, int b, int c) {
        return a * 3 + b * 5 - c;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int x = arguments.length + 1;
        System.out.println(x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x + (x * 2))))))))))))))))))));
        System.out.println(f(f(f(f(x, 2, 3), f(4, x, 6), f(7, 8, x)), f(f(x, x, x), x, f(1, f(2, f(3, x, 5), 6), 7)), x), f(x, f(x, f(x, f(x, x, 1), 2), 3), 4), 5));
        long l = x;
        System.out.println(l - (l * 2 - (l * 3 - (l * 4 - (l * 5 - (l * 6 - (l * 7 - (l * 8 - (l * 9 - (l << (x + (x + (x + 3)))))))))))));
        double d = x;
        System.out.println(d / (d + 1 / (d + 1 / (d + 1 / (d + 1 / (d + 1 / (d + 1 / (d + 1 / (d + 1 / (d + l))))))))));
        System.out.println(new int[][] {{x, x + 1}, {x + 2, f(x, new int[] {x, x + 1}[x], "abc".charAt(x))}}[x][new int[] {1, x, 0}[x]]);
        System.out.println((x > 0 ? x > 1 ? 1 : x > 5 ? 2 : x == 1 ? f(x, x > 0 ? 10 : 20, x < 0 ? 30 : 40) : 3 : 4) + "a".concat("b".concat("c".concat("d".concat("e" + x)))));
        boolean b = x > 0 && (x < 5 || (x == 7 && (x != 8 || (x > 9 && x < 3)))) == (x >= 1 ^ (x <= 0 | (x > 2 & x < 9)));
        System.out.println(b);
    }
}
