package org.asterism.language.corpus.arrays;

/** Large arrays and tight loops over them. */
public final class Sieve {
    private Sieve() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        boolean[] composite = new boolean[100_000];
        int primes = 0;
        for (int i = 2; i < composite.length; i++) {
            if (!composite[i]) {
                primes++;
                for (long j = (long) i * i; j < composite.length; j += i) {
                    composite[(int) j] = true;
                }
            }
        }
        System.out.println(primes);
        int[][] a = new int[30][30];
        int[][] b = new int[30][30];
        long[][] c = new long[30][30];
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                a[i][j] = i * j - 7;
                b[i][j] = i - j * 3;
            }
        }
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                for (int k = 0; k < 30; k++) {
                    c[i][j] += (long) a[i][k] * b[k][j];
                }
            }
        }
        long trace = 0;
        for (int i = 0; i < 30; i++) {
            trace += c[i][i] ^ c[i][29 - i];
        }
        System.out.println(trace);
        byte[] big = new byte[1_000_000];
        for (int i = 0; i < big.length; i++) {
            big[i] = (byte) (i * 31);
        }
        int sum = 0;
        for (byte each : big) {
            sum += each;
        }
        System.out.println(sum);
    }
}
