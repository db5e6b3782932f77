package org.asterism.language.corpus.classes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Hash codes of boxes, enums' names, arrays and lists are specified. */
public final class Hashing {
    private Hashing() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(Integer.valueOf(-5).hashCode() + " " + Long.valueOf(1L << 40 | 3).hashCode() + " " + Character.valueOf('x').hashCode() + " " + Boolean.TRUE.hashCode()
                + Boolean.FALSE.hashCode() + " " + Double.valueOf(1.5).hashCode() + " " + Float.valueOf(-2f).hashCode() + " " + Byte.valueOf((byte) -1).hashCode());
        System.out.println(Arrays.hashCode(new int[] {1, 2}) + " " + Arrays.hashCode(new String[] {"a", null}) + " " + Arrays.deepHashCode(new Object[] {1, new int[] {2}}) + " "
                + Arrays.hashCode(new double[] {0.5}) + " " + Arrays.hashCode(new boolean[] {true, false}) + " " + Arrays.hashCode((long[]) null));
        System.out.println(List.of(1, 2, 3).hashCode() + " " + Objects.hash(1, "a", null) + " " + Map.of("k", 1).hashCode() + " " + Map.entry("a", 2).hashCode() + " " + Objects.hashCode(null));
        System.out.println("text".hashCode() + " " + new int[0].equals(new int[0]) + " " + Thread.State.NEW.name().hashCode());
    }
}
