package org.asterism.language.corpus.classes;

/** Static fields of every type, by class, through instances and subclasses. */
public final class StaticState {
    private StaticState() {}

    private static byte b;
    private static short s = -1;
    private static char c = 'c';
    private static int i;
    private static long l = 1L << 40;
    private static float f = 0.5f;
    private static double d;
    private static boolean z = true;
    private static String t;
    private static int[] a = {1, 2};
    private static volatile long v = 5;

    private static final class Sub {
        private static int count = 3;
        private final int id = count++;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(b + " " + s + " " + (int) c + " " + i + " " + l + " " + f + " " + d + " " + z + " " + t + " " + a.length + " " + v);
        b += 200;
        s <<= 3;
        c++;
        i -= 5;
        l *= l;
        f /= 0;
        d = -d;
        z ^= true;
        t += "x";
        a[1]--;
        v |= 1L << 50;
        System.out.println(b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + z + " " + t + " " + a[1] + " " + v);
        System.out.println(new Sub().id + " " + new Sub().id + " " + Sub.count);
        long swap = l;
        l = v;
        v = swap;
        System.out.println((l = v = 3) + " " + (i = s = b = 7) + " " + l);
    }
}
