package org.asterism.language.corpus.classes;

/** Instance fields of every type next to each other, in a hierarchy. */
public final class FieldsOfEveryType {
    private FieldsOfEveryType() {}

    private static class Base {
        boolean z;
        double d = 1.5;
        byte b = -1;
    }

    private static class Middle extends Base {
        char c = '\uffff';
        long l = -1;
        Object o = "o";
        short s = -300;
    }

    private static final class Last extends Middle {
        float f = -0.5f;
        byte b2 = 5;
        int i = Integer.MIN_VALUE;
        boolean z2 = true;
        byte[] bytes = {b, b2};
        volatile int vi = 9;
        volatile double vd = 9.5;
        volatile Object vo = this;
    }

    private static String show(Last x) {
        return x.z + " " + x.d + " " + x.b + " " + (int) x.c + " " + x.l + " " + x.o + " " + x.s + " " + x.f + " " + x.b2 + " " + x.i + " " + x.z2 + " "
                + x.bytes[0] + " " + x.vi + " " + x.vd + " " + (x.vo == x);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Last x = new Last();
        System.out.println(show(x));
        x.z = true;
        x.b = (byte) 0x80;
        x.c += 2;
        x.l >>>= 1;
        x.s = Short.MAX_VALUE;
        x.d = Double.MAX_VALUE;
        x.f = Float.MIN_VALUE;
        x.i--;
        x.z2 = !x.z2;
        x.vi++;
        x.vd /= 2;
        x.vo = null;
        System.out.println(show(x));
        System.out.println(show(new Last()));
    }
}
