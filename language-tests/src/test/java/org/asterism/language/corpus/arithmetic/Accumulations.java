package org.asterism.language.corpus.arithmetic;

/** Long loops of mixed arithmetic end in one number. */
public final class Accumulations {
    private Accumulations() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int hash = 17;
        long sum = 0;
        for (int i = -5000; i < 5000; i++) {
            hash = hash * 31 + (i ^ hash >>> 7);
            sum += (long) hash * i >> (i & 15);
            sum ^= sum << 13;
            sum ^= sum >>> 7;
            if (i != 0) {
                hash += (int) (sum / i) - hash % i;
            }
            hash += (byte) i + (short) (i * 77) - (char) i;
        }
        System.out.println(hash + " " + sum);
        long a = 0;
        long b = 1;
        for (int i = 0; i < 100; i++) {
            long next = a + b;
            a = b;
            b = next;
        }
        System.out.println(b);
        int collatz = 0;
        for (long n = 837799; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
            collatz++;
        }
        System.out.println(collatz);
        int gcd = 0;
        for (int i = 1; i < 60; i++) {
            int x = i * 84;
            int y = 3612;
            while (y != 0) {
                int r = x % y;
                x = y;
                y = r;
            }
            gcd += x;
        }
        System.out.println(gcd);
    }
}
