package org.asterism.language.corpus.arithmetic;

/** Casts from long and int keep the low bits. */
public final class NarrowingCasts {
    private NarrowingCasts() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        long[] values = {0, 127, 128, 255, 256, -128, -129, 32767, 32768, 65535, 65536, -32769, 0x7fffffffL, 0x80000000L, 0xffffffffL,
            0x100000000L, -0x80000001L, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long value : values) {
            int narrow = (int) value;
            System.out.println(value + ": " + narrow + " " + (byte) value + " " + (short) value + " " + (int) (char) value + " " + (byte) narrow + " "
                    + (short) narrow + " " + (int) (char) narrow + " " + (long) (int) value + " " + (int) (char) (byte) value + " "
                    + (byte) (char) value + " " + (short) (char) narrow);
        }
    }
}
