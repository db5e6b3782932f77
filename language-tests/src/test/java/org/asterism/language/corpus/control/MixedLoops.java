package org.asterism.language.corpus.control;

/** Loops whose variables change type, sign and step. */
public final class MixedLoops {
    private MixedLoops() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        long product = 1;
        for (short s = 1; s > 0 && product < 1L << 50; s *= 3) {
            product *= s + 1;
        }
        System.out.println(product);
        int rounds = 0;
        for (char c = '\ufff0'; c != 5; c++) {
            rounds++;
        }
        System.out.println(rounds);
        for (float f = 16777210f; f < 16777220f && rounds < 60; f++) {
            rounds++;
        }
        System.out.println(rounds);
        int i = 0;
        for (int j = Integer.MAX_VALUE - 3; j >= 0; j += 2) {
            i++;
        }
        System.out.println(i);
        StringBuilder trace = new StringBuilder();
        for (int a = 0, b = 20; a != b && trace.length() < 60; a += 3, b -= 2) {
            trace.append(a).append(b > a ? '<' : '>').append(b).append(' ');
        }
        System.out.println(trace);
        int steps = 0;
        for (long n = 27; n != 1; n = (n & 1) == 0 ? n >> 1 : 3 * n + 1) {
            steps++;
        }
        System.out.println(steps);
    }
}
