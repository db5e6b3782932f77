package org.asterism.language.corpus.arrays;

/** byte and boolean share their instructions; stores narrow. */
public final class BytesAndFlags {
    private BytesAndFlags() {}

    private static void put(boolean[] flags, int at, boolean value) {
        flags[at] = value;
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        boolean[] flags = new boolean[4];
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            put(flags, i, i % 2 == 1);
            put(bytes, i, i * 100);
        }
        System.out.println(flags[0] + " " + flags[1] + " " + bytes[1] + " " + bytes[2] + " " + bytes[3]);
        flags[1] &= flags[0];
        flags[2] |= bytes[1] > 0;
        flags[3] ^= flags[2];
        System.out.println(flags[1] + " " + flags[2] + " " + flags[3]);
        bytes[0] = (byte) (flags[2] ? 200 : 1);
        bytes[1] += 100;
        bytes[2] >>>= 1;
        bytes[3]++;
        System.out.println(bytes[0] + " " + bytes[1] + " " + bytes[2] + " " + bytes[3]);
        char[] chars = new char[2];
        chars[0] = (char) -2;
        chars[1] += chars[0];
        chars[1] += 5;
        System.out.println((int) chars[0] + " " + (int) chars[1]);
        short[] shorts = {Short.MAX_VALUE, 0};
        shorts[0]++;
        shorts[1] -= shorts[0];
        System.out.println(shorts[0] + " " + shorts[1]);
        int truths = 0;
        for (boolean flag : flags) {
            if (flag) {
                truths++;
            }
        }
        System.out.println(truths);
    }
}
