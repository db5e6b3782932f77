package org.asterism.language.corpus.arithmetic;

/** And, or, exclusive or and complement of int, long, boolean and their mixtures. */
public final class BitwiseOperators {
    private BitwiseOperators() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int a = 0xF0F0F0F0;
        int b = 0x0FF00FF0;
        System.out.println((a & b) + " " + (a | b) + " " + (a ^ b) + " " + ~a + " " + (~a & ~b) + " " + (a & ~b));
        long c = 0xF0F0F0F0F0F0F0F0L;
        System.out.println((a & c) + " " + (a | c) + " " + (a ^ c) + " " + ~c + " " + (b & 0xFFFFFFFFL) + " " + (a & 0xFFFFFFFFL));
        boolean[] both = {true, false};
        for (boolean x : both) {
            for (boolean y : both) {
                System.out.println((x & y) + " " + (x | y) + " " + (x ^ y) + " " + (x == y) + " " + (x != y) + " " + !x + " " + (x && y) + " " + (x || y));
            }
        }
        byte mask = (byte) 0x80;
        System.out.println((mask & 0xff) + " " + (mask | 1) + " " + (mask ^ -1) + " " + (mask & 0x100));
        int swapped = 0x01020304;
        System.out.println(swapped >>> 24 | swapped >> 8 & 0xff00 | swapped << 8 & 0xff0000 | swapped << 24);
    }
}
