package org.asterism.language.programs.runtime;

import java.util.Arrays;

/** System.arraycopy and clone: overlap, every element size, every refusal with its message. */
public final class ArrayCopies {
    private ArrayCopies() {}

    private static void refuse(Object from, int fromIndex, Object to, int toIndex, int count) {
        try {
            System.arraycopy(from, fromIndex, to, toIndex, count);
            System.out.println("copied");
        } catch (RuntimeException refused) {
            System.out.println(refused.getClass().getSimpleName() + ": " + refused.getMessage());
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        for (int shift = -3; shift <= 3; shift++) {
            byte[] bytes = new byte[20];
            char[] chars = new char[20];
            int[] ints = new int[20];
            long[] longs = new long[20];
            String[] strings = new String[20];
            for (int i = 0; i < 20; i++) {
                bytes[i] = (byte) i;
                chars[i] = (char) ('a' + i);
                ints[i] = i * 1000;
                longs[i] = i * 1_000_000_000_000L;
                strings[i] = "s" + i;
            }
            System.arraycopy(bytes, 5, bytes, 5 + shift, 9);
            System.arraycopy(chars, 5, chars, 5 + shift, 9);
            System.arraycopy(ints, 5, ints, 5 + shift, 9);
            System.arraycopy(longs, 5, longs, 5 + shift, 9);
            System.arraycopy(strings, 5, strings, 5 + shift, 9);
            System.out.println(Arrays.toString(bytes) + new String(chars) + Arrays.toString(ints) + Arrays.toString(longs) + Arrays.toString(strings));
        }
        Object[] objects = {"a", "b", 3, "d"};
        String[] target = new String[4];
        refuse(objects, 0, target, 0, 4);
        System.out.println(Arrays.toString(target));
        refuse(new int[3], 0, new long[3], 0, 1);
        refuse(new int[3], 0, target, 0, 1);
        refuse("text", 0, target, 0, 1);
        refuse(target, 0, "text", 0, 1);
        refuse(new int[3], -1, new int[3], 0, 1);
        refuse(new int[3], 0, new int[3], -1, 1);
        refuse(new int[3], 0, new int[3], 0, -1);
        refuse(new int[3], 2, new int[3], 0, 2);
        refuse(target, 0, objects, 3, 2);
        refuse(new int[3], Integer.MAX_VALUE, new int[3], 0, 2);
        refuse(null, 0, target, 0, 1);
        refuse(target, 0, objects, 0, 4);
        int[][] nested = {{1, 2}, {3}};
        int[][] copy = nested.clone();
        copy[0][0] = 9;
        copy[1] = new int[] {7};
        System.out.println(Arrays.deepToString(nested) + Arrays.deepToString(copy));
    }
}
