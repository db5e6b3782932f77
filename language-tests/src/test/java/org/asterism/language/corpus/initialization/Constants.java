package org.asterism.language.corpus.initialization;

/** Static tables that only compute look the same whenever they are made. */
public final class Constants {
    private Constants() {}

    private static final int[] SQUARES = new int[16];
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final long[] POWERS = powers();
    private static final boolean[] PRIME = new boolean[50];
    private static final double HALF = 1 / 2.0;
    private static final float THIRD = 1f / 3;
    private static final String JOINED = "a" + 1 + 'b';
    private static final byte SMALL = (byte) (200 + 100);
    private static final int SHIFTED = 1 << 33 | -8 >>> 28;
    private static int counter = 3;
    private static final int FIRST = counter++;
    private static final int SECOND = counter++ * 2;

    static {
        for (int i = 0; i < SQUARES.length; i++) {
            SQUARES[i] = i * i - (i & 1);
        }
        for (int i = 2; i < PRIME.length; i++) {
            PRIME[i] = true;
            for (int j = 2; j < i; j++) {
                if (i % j == 0) {
                    PRIME[i] = false;
                    break;
                }
            }
        }
    }

    private static long[] powers() {
        long[] powers = new long[20];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * -7 % 1_000_003;
        }
        return powers;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int primes = 0;
        for (boolean prime : PRIME) {
            primes += prime ? 1 : 0;
        }
        System.out.println(SQUARES[15] + " " + HEX[11] + " " + POWERS[19] + " " + primes + " " + HALF + " " + THIRD + " " + JOINED + " " + SMALL + " " + SHIFTED);
        System.out.println(counter + " " + FIRST + " " + SECOND);
        SQUARES[0]++;
        HEX[0] = 'x';
        counter = 100;
        System.out.println(SQUARES[0] + " " + HEX[0] + counter + FIRST);
    }
}
