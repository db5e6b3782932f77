package org.asterism.language.corpus.floating;

/** Integers become the nearest floating-point number, ties to even. */
public final class FromIntegers {
    private FromIntegers() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        long[] values = {0, 1, -1, 16777216, 16777217, 16777219, -16777217, 9007199254740992L, 9007199254740993L, 9007199254740995L,
            Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 512, 0x7fffffc000000001L, 0x8000004000000001L};
        for (long value : values) {
            int narrow = (int) value;
            System.out.println(value + " " + (double) value + " " + (float) value + " " + (double) narrow + " " + (float) narrow + " " + (float) (double) value
                    + " " + (long) (double) value + " " + (long) (float) value + " " + (int) (float) narrow);
        }
        char c = '\uffff';
        byte b = -128;
        short s = -32768;
        System.out.println((double) c + " " + (float) b + " " + (double) s + " " + (c + 0.5f) + " " + b / 3.0);
        long sum = 0;
        sum += 0.9;
        sum += (long) 1e18f;
        System.out.println(sum);
    }
}
