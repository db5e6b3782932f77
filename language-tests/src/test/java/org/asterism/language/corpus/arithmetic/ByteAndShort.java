package org.asterism.language.corpus.arithmetic;

/** Arithmetic of byte and short is done in int and narrowed on assignment. */
public final class ByteAndShort {
    private ByteAndShort() {}

    private static byte bytes(int value) {
        return (byte) value;
    }

    private static short shorts(int value) {
        return (short) value;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        byte b = 127;
        b++;
        System.out.println(b);
        b = (byte) (b - 1);
        System.out.println(b);
        short s = Short.MIN_VALUE;
        s--;
        System.out.println(s);
        System.out.println((byte) 200 + (byte) 100);
        System.out.println((byte) ((byte) 200 + (byte) 100));
        System.out.println(bytes(0x1ff) + " " + bytes(128) + " " + shorts(0x18000) + " " + shorts(-32769));
        b = (byte) 0xf0;
        System.out.println((b >>> 4) + " " + (b >> 4) + " " + ((b & 0xff) >>> 4));
        byte[] array = {1, 2, 3};
        array[0] *= 100;
        array[0] *= 2;
        array[1] = (byte) (array[1] << 7);
        array[2] -= 200;
        System.out.println(array[0] + " " + array[1] + " " + array[2]);
        short[] wide = {30000};
        wide[0] += 10000;
        wide[0] /= 3;
        System.out.println(wide[0]);
        System.out.println(-b + " " + ~b + " " + +b);
        Object boxed = (byte) 5;
        System.out.println(boxed.getClass().getName());
    }
}
