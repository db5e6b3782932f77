package org.asterism.language.corpus.arrays;

import java.util.Arrays;
import java.util.Collections;

/** java.util.Arrays: sorting, searching, filling, comparing. */
public final class Utilities {
    private Utilities() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] ints = new int[300];
        int seed = 12345;
        for (int i = 0; i < ints.length; i++) {
            seed = seed * 1103515245 + 12345;
            ints[i] = seed >> 16;
        }
        int[] sorted = ints.clone();
        Arrays.sort(sorted);
        System.out.println(sorted[0] + " " + sorted[150] + " " + sorted[299] + " " + Arrays.binarySearch(sorted, sorted[77]) + " " + Arrays.binarySearch(sorted, Integer.MAX_VALUE));
        double[] doubles = {3, -0.0, 0.0, Double.NaN, -5, Double.NEGATIVE_INFINITY, 1e-300};
        Arrays.sort(doubles);
        System.out.println(Arrays.toString(doubles));
        String[] texts = {"pear", "Apple", "fig", "apple", "Fig"};
        Arrays.sort(texts);
        System.out.println(Arrays.toString(texts));
        Arrays.sort(texts, String.CASE_INSENSITIVE_ORDER);
        System.out.println(Arrays.toString(texts));
        Integer[] boxed = {5, 3, 9, 1};
        Arrays.sort(boxed, Collections.reverseOrder());
        System.out.println(Arrays.asList(boxed) + " " + Arrays.asList(boxed).indexOf(9));
        char[] chars = "the quick brown fox".toCharArray();
        Arrays.sort(chars, 4, 9);
        System.out.println(new String(chars));
        long[] longs = new long[5];
        Arrays.fill(longs, 1, 3, 7);
        System.out.println(Arrays.toString(longs) + Arrays.equals(longs, longs.clone()) + Arrays.compare(new int[] {1, 2}, new int[] {1, 3}) + Arrays.mismatch(longs, new long[] {0, 7, 8}));
        System.out.println(Arrays.deepEquals(new Object[] {new int[] {1}, "x"}, new Object[] {new int[] {1}, "x"}) + " " + Arrays.equals(new Object[] {new int[0]}, new Object[] {new int[0]}));
        Arrays.setAll(longs, i -> (long) i * i);
        System.out.println(Arrays.toString(longs) + ints[299] + Arrays.stream(longs).sum());
        byte[] bytes = {5, -5, 127, -128, 0};
        Arrays.sort(bytes);
        float[] floats = {2, 1, Float.NaN, -0f, 0f};
        Arrays.sort(floats);
        short[] shorts = {3, -3, 0};
        Arrays.sort(shorts);
        System.out.println(Arrays.toString(bytes) + Arrays.toString(floats) + Arrays.toString(shorts));
    }
}
