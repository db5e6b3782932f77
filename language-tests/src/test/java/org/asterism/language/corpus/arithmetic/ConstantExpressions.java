package org.asterism.language.corpus.arithmetic;

/** What javac folds is what run time computes. */
public final class ConstantExpressions {
    private ConstantExpressions() {}

    private static final int MOST = Integer.MAX_VALUE;
    private static final long PRODUCT = (long) MOST * MOST;
    private static final double THIRD = 1.0 / 3;
    private static final float TINY = Float.MIN_VALUE / 2;
    private static final String TEXT = "n" + MOST + 'c' + THIRD + true + TINY + PRODUCT;
    private static final boolean CHOICE = MOST + 1 < 0;

    private static int most = Integer.MAX_VALUE;
    private static double one = 1.0;

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(TEXT);
        System.out.println("n" + most + 'c' + one / 3 + (most > 0) + Float.MIN_VALUE * (float) (one / 2) + (long) most * most);
        System.out.println(CHOICE + " " + (most + 1 < 0));
        System.out.println((int) 3.99e20 + " " + (int) (3.99e20 * one));
        System.out.println((long) Float.NaN + " " + (long) (Float.NaN * one));
        System.out.println((byte) 1e3 + " " + (byte) (1e3 * one));
        System.out.println((char) -1.5 + 0 + " " + ((char) (-1.5 * one) + 0));
        System.out.println((5 / 2 * 2.0 + 1e-3f) + " " + (most / most * 5 / 2 * 2.0 + 1e-3f * one));
        System.out.println((-5 >> 1) + " " + (-5 >>> 1) + " " + (-5 / 2) + " " + (-5 % 2));
        System.out.println((most - MOST - 5 >> 1) + " " + (most - MOST - 5 >>> 1) + " " + (most - MOST - 5) / 2 + " " + (most - MOST - 5) % 2);
        System.out.println(0.1f + 0.2 + " " + (0.1f + 0.2f) + " " + (0.1 + 0.2));
    }
}
