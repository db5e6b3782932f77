package org.asterism.language.corpus.arrays;

import java.lang.reflect.Array;

/** java.lang.reflect.Array makes arrays of class objects. */
public final class Reflection {
    private Reflection() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] ints = (int[]) Array.newInstance(int.class, 3);
        String[] texts = (String[]) Array.newInstance(String.class, 2);
        System.out.println(ints.length + " " + texts.length + " " + Array.newInstance(int[].class, 1).getClass().getName());
        System.out.println(Array.getLength(ints) + " " + Array.getLength(new double[7]));
        try {
            Array.getLength("x");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            Array.newInstance(void.class, 1);
        } catch (IllegalArgumentException e) {
            System.out.println("void " + e.getMessage());
        }
        try {
            Array.newInstance(int.class, -1);
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage());
        }
        String[] made = java.util.List.of("a", "b").toArray(new String[0]);
        Object[] objects = java.util.List.of(1, 2).toArray();
        Integer[] integers = java.util.List.of(1, 2).toArray(Integer[]::new);
        System.out.println(made.length + made.getClass().getSimpleName() + objects.getClass().getSimpleName() + integers[1]);
    }
}
