package org.asterism.language.corpus.boxing;

/** Small boxes are cached, larger ones are not the same object. */
public final class Caches {
    private Caches() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {-129, -128, -1, 0, 127, 128, 1000};
        for (int value : values) {
            Integer a = value;
            Integer b = value;
            Long c = (long) value;
            Long d = (long) value;
            Short e = (short) value;
            Short f = (short) value;
            System.out.println(value + " " + (a == b) + " " + a.equals(b) + " " + (c == d) + " " + (e == f) + " " + a.equals(c) + " " + (a == value) + " " + (a <= b && a >= b));
        }
        Character x = 'x';
        Character y = 'x';
        Character u = '\u0080';
        Character v = '\u0080';
        System.out.println((x == y) + " " + (u == v) + " " + u.equals(v));
        Boolean t = true;
        Boolean s = Boolean.valueOf("true");
        System.out.println((t == s) + " " + (t == Boolean.TRUE) + " " + (Boolean.logicalXor(t, s)));
        Byte b1 = (byte) -128;
        Byte b2 = (byte) -128;
        System.out.println(b1 == b2);
        Double d1 = 1.0;
        Double d2 = 1.0;
        System.out.println((d1 == d2) + " " + d1.equals(d2) + " " + (d1 == 1.0));
        Object o = 127;
        System.out.println((o == (Object) 127) + " " + (o == (Object) Integer.valueOf(127)) + " " + o.equals(127L));
    }
}
