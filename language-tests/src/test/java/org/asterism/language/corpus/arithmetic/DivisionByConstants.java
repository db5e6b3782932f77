package org.asterism.language.corpus.arithmetic;

/** Divisions by literals, which compilers turn into multiplications and shifts. */
public final class DivisionByConstants {
    private DivisionByConstants() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {0, 1, -1, 5, -5, 6, 7, -8, 9, 99, -100, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int a : values) {
            long wide = a * 3000000019L;
            System.out.println(a / 1 + " " + a / -1 + " " + a / 2 + " " + a / -2 + " " + a / 3 + " " + a / 7 + " " + a / 10 + " " + a / 16 + " " + a / -16
                    + " " + a / 1000 + " " + a / Integer.MAX_VALUE + " " + a / Integer.MIN_VALUE);
            System.out.println(a % 1 + " " + a % -1 + " " + a % 2 + " " + a % -2 + " " + a % 3 + " " + a % 7 + " " + a % 10 + " " + a % 16 + " " + a % -16
                    + " " + a % 1000 + " " + a % Integer.MAX_VALUE + " " + a % Integer.MIN_VALUE);
            System.out.println(wide / 3 + " " + wide / 10 + " " + wide / -10 + " " + wide / 4096 + " " + wide / 1000000007L + " " + wide / Long.MIN_VALUE);
            System.out.println(wide % 3 + " " + wide % 10 + " " + wide % -10 + " " + wide % 4096 + " " + wide % 1000000007L + " " + wide % Long.MIN_VALUE);
        }
    }
}
