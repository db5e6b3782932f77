package org.asterism.language.corpus.control;

import java.util.List;

/** Every form of loop, with empty parts and several variables. */
public final class LoopForms {
    private LoopForms() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int sum = 0;
        for (int i = 0, j = 10; i < j; i++, j--) {
            sum += i * j;
        }
        System.out.println(sum);
        int k = 0;
        for (;;) {
            if (k++ > 4) {
                break;
            }
        }
        System.out.println(k);
        do {
            k -= 2;
        } while (k > 0);
        System.out.println(k);
        while (k++ < 3) {
            continue;
        }
        System.out.println(k);
        for (String text : List.of("a", "b", "c")) {
            sum += text.length();
        }
        for (int[] row : new int[][] {{1}, {}, {2, 3}}) {
            for (int value : row) {
                sum += value;
            }
        }
        for (char c : "xyz".toCharArray()) {
            sum += c;
        }
        System.out.println(sum);
        for (long l = Long.MAX_VALUE - 2; l > 0; l++) {
            sum++;
        }
        System.out.println(sum);
        for (byte b = 120; b > 0; b++) {
            sum += b;
        }
        System.out.println(sum);
        int[] shrinking = {1, 2, 3};
        for (int value : shrinking) {
            shrinking[2] = 10;
            shrinking = new int[0];
            sum += value;
        }
        System.out.println(sum + " " + shrinking.length);
        boolean first = true;
        for (double d = 0; first || d < 1; d += 0.25) {
            first = false;
            sum--;
        }
        System.out.println(sum);
    }
}
