package org.asterism.language.corpus.arithmetic;

/** Prefix and postfix increments of every kind of variable. */
public final class Increments {
    private Increments() {}

    private static long counter = 5;
    private short field = Short.MAX_VALUE;
    private final byte[] bytes = {Byte.MAX_VALUE};
    private Integer boxed = 127;

    /** Runs it. */
    public static void main(String[] arguments) {
        Increments self = new Increments();
        System.out.println(counter++ + " " + counter + " " + ++counter + " " + counter-- + " " + --counter);
        System.out.println(self.field++ + " " + self.field + " " + --self.field);
        System.out.println(self.bytes[0]++ + " " + self.bytes[0] + " " + ++self.bytes[0] + " " + self.bytes[0]--);
        System.out.println(self.boxed++ + " " + self.boxed + " " + ++self.boxed);
        float f = 1.5f;
        System.out.println(f++ + " " + f + " " + --f);
        double d = -0.5;
        System.out.println(d++ + " " + ++d);
        char c = 'y';
        System.out.println(c++ + " " + c++ + " " + c);
        int i = 0;
        int j = i++ + i++ * 10 + i++ * 100 - --i;
        System.out.println(i + " " + j);
        int[] a = {0, 0, 0};
        int k = 0;
        a[k++] = k++;
        a[k] = k = 0;
        System.out.println(a[0] + " " + a[1] + " " + a[2] + " " + k);
        i = Integer.MAX_VALUE;
        i++;
        System.out.println(i);
        long big = Long.MAX_VALUE;
        big++;
        System.out.println(big);
        int large = 0;
        large += 32767;
        large += 32768;
        large -= 40000;
        System.out.println(large);
    }
}
