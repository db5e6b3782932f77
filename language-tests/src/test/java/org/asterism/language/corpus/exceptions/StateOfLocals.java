package org.asterism.language.corpus.exceptions;

/** Locals keep what they were assigned before an exception. */
public final class StateOfLocals {
    private StateOfLocals() {}

    private static int divide(int a, int b) {
        return a / b;
    }

    private static String run(int divisor) {
        int i = 1;
        long l = 2;
        double d = 3;
        String s = "start";
        try {
            i = 10;
            s = "assigned";
            l = divide(100, divisor);
            i = 20;
            d = l * 1.5;
            s = "done";
            if (divisor == 2) {
                i += divide(i = 30, divisor - 2);
            }
        } catch (ArithmeticException e) {
            s += " caught";
            d++;
        } finally {
            i++;
        }
        return i + " " + l + " " + d + " " + s;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int divisor = 0; divisor < 4; divisor++) {
            System.out.println(run(divisor));
        }
        int n = 0;
        int[] array = new int[3];
        try {
            while (true) {
                array[n] = n++ * 2;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(n + " " + array[2] + " " + e.getMessage());
        }
        int x = 5;
        try {
            x = divide(x, 0);
        } catch (ArithmeticException e) {
            System.out.println(x);
        }
        int[] values = {1};
        try {
            values[0] += divide(1, 0);
        } catch (ArithmeticException e) {
            System.out.println(values[0]);
        }
        String text = "a";
        try {
            text += divide(1, 0);
        } catch (ArithmeticException e) {
            System.out.println(text);
        }
    }
}
