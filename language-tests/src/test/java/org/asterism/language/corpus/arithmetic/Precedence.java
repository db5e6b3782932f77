package org.asterism.language.corpus.arithmetic;

/** Operators bind and group as the grammar says. */
public final class Precedence {
    private Precedence() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int a = 2;
        int b = 3;
        int c = 4;
        System.out.println(a + b * c - c / a % b);
        System.out.println(a - b - c + " " + (a - (b - c)));
        System.out.println(a << b + c & 0xff | a ^ b);
        System.out.println(a < b == b < c);
        System.out.println(-a * -b - -c);
        System.out.println(~a + -~b);
        System.out.println(a > b ? 1 : b > c ? 2 : 3);
        System.out.println(1 + 2 + "3" + 4 + 5);
        System.out.println(a == 2 || b / (a - 2) > 0);
        System.out.println((byte) 300 + 1);
        System.out.println(!(a > b) & b < c ^ true);
        int x;
        int y;
        x = y = a *= b += c;
        System.out.println(x + " " + y + " " + a + " " + b);
        System.out.println(a++ + ++a - a-- - --a);
        System.out.println((5 & 6) == 6 ? 1 : 0 | 2);
    }
}
