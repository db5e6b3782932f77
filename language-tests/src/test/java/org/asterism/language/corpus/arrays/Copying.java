package org.asterism.language.corpus.arrays;

import java.util.Arrays;

/** System.arraycopy of every type, overlapping both ways. */
public final class Copying {
    private Copying() {}

    private static String shift(Object array, int from, int to, int count) {
        System.arraycopy(array, from, array, to, count);
        return array instanceof int[] i ? Arrays.toString(i) : array instanceof byte[] b ? Arrays.toString(b) : array instanceof long[] l ? Arrays.toString(l)
                : array instanceof char[] c ? new String(c) : array instanceof short[] s ? Arrays.toString(s) : array instanceof boolean[] z ? Arrays.toString(z)
                : array instanceof double[] d ? Arrays.toString(d) : array instanceof float[] f ? Arrays.toString(f) : Arrays.toString((Object[]) array);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(shift(new int[] {1, 2, 3, 4, 5}, 0, 1, 4) + shift(new int[] {1, 2, 3, 4, 5}, 1, 0, 4) + shift(new int[] {1, 2, 3}, 0, 0, 3));
        System.out.println(shift(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0, 1, 10) + shift(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 3, 0, 8));
        System.out.println(shift(new long[] {1, 2, 3}, 0, 1, 2) + shift(new char[] {'a', 'b', 'c', 'd'}, 1, 0, 3) + shift(new short[] {1, 2, 3}, 0, 2, 1));
        System.out.println(shift(new boolean[] {true, false, false}, 0, 2, 1) + shift(new double[] {1, 2, 3}, 1, 0, 2) + shift(new float[] {1, 2, 3}, 0, 1, 2));
        System.out.println(shift(new String[] {"a", "b", "c"}, 0, 1, 2) + shift(new String[] {"a", "b", "c"}, 1, 0, 2) + shift(new int[0], 0, 0, 0));
        int[] large = new int[1000];
        for (int i = 0; i < large.length; i++) {
            large[i] = i;
        }
        System.arraycopy(large, 0, large, 37, 900);
        System.arraycopy(large, 500, large, 3, 450);
        System.out.println(Arrays.hashCode(large));
        System.out.println(Arrays.toString(Arrays.copyOf(new int[] {1, 2}, 4)) + Arrays.toString(Arrays.copyOf(new String[] {"a", "b"}, 1)) + Arrays.toString(Arrays.copyOfRange(new char[] {'a', 'b', 'c'}, 1, 5)).length());
        System.out.println(Arrays.copyOf(new Integer[] {1}, 2, Number[].class).getClass().getSimpleName());
    }
}
