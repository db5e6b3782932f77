package org.asterism.language.corpus.arithmetic;

/** Compound shifts of byte, short and char promote, shift and narrow. */
public final class CompoundShifts {
    private CompoundShifts() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int distance = 0; distance < 36; distance += 3) {
            byte b = (byte) 0x91;
            b <<= distance;
            byte c = (byte) 0x91;
            c >>= distance;
            byte d = (byte) 0x91;
            d >>>= distance;
            short s = (short) 0x9123;
            s <<= distance;
            short t = (short) 0x9123;
            t >>>= distance;
            char u = 0x9123;
            u >>= distance;
            char v = 0x9123;
            v <<= distance;
            System.out.println(distance + ": " + b + " " + c + " " + d + " " + s + " " + t + " " + (int) u + " " + (int) v);
        }
    }
}
