package org.asterism.language.corpus.arithmetic;

/** Compound assignments evaluate their left side once and narrow their result. */
public final class CompoundAssignments {
    private CompoundAssignments() {}

    private static int calls;

    private static int[] array(int[] array) {
        calls++;
        return array;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int i = 10;
        i += 3.9;
        System.out.println(i);
        i -= 1e10;
        System.out.println(i);
        i = 7;
        i *= 1.5f;
        System.out.println(i);
        i /= 0.3;
        System.out.println(i);
        i %= 2.5;
        System.out.println(i);
        long l = 5;
        l += Float.MAX_VALUE;
        System.out.println(l);
        byte b = 10;
        b += 300;
        System.out.println(b);
        b *= 1e3;
        System.out.println(b);
        short s = 1;
        s |= 0x18000;
        System.out.println(s);
        char c = 'A';
        c ^= 0x20;
        System.out.println(c);
        boolean z = true;
        z &= false;
        z |= true;
        z ^= true;
        System.out.println(z);
        int[] values = {1, 2, 3};
        int at = 0;
        array(values)[at++] += at * 10;
        array(values)[at++] <<= at;
        System.out.println(values[0] + " " + values[1] + " " + values[2] + " " + at + " " + calls);
        String text = "x";
        text += 1 + 2 + 'c';
        text += null;
        System.out.println(text);
        i = 5;
        i = i++ + ++i;
        System.out.println(i);
        i += i++ * 2 + i;
        System.out.println(i);
    }
}
