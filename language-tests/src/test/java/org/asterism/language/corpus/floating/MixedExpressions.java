package org.asterism.language.corpus.floating;

/** Binary numeric promotion in expressions of several types. */
public final class MixedExpressions {
    private MixedExpressions() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        byte b = 7;
        short s = -300;
        char c = 'x';
        int i = 100000;
        long l = 5000000000L;
        float f = 1.1f;
        double d = 2.2;
        System.out.println(b + s + c + i + l + f + d);
        System.out.println(d + f + l + i + c + s + b);
        System.out.println(l + f + " " + (l + d) + " " + (i + f) + " " + (i * l) + " " + (i * f) + " " + c / 7 + " " + c / 7f + " " + s % b + " " + s / (double) b);
        System.out.println((l > f) + " " + (i == 100000f) + " " + (c < d) + " " + (16777217 == 16777216f) + " " + (l == (double) l));
        System.out.println(true ? i : d);
        System.out.println(false ? 'c' : f);
        System.out.println(i / 3 * 3.0 + " " + i / 3.0 * 3 + " " + (float) i / 3 + " " + (i >> 2) * 0.25f);
        double mean = 0;
        int count = 0;
        for (float x = 0; x < 1; x += 0.1f) {
            mean += x;
            count++;
        }
        System.out.println(count + " " + mean / count);
        System.out.println((long) (f * 1e10) + " " + (long) f * 1e10 + " " + (int) c * f);
    }
}
