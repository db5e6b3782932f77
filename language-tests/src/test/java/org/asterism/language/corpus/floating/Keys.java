package org.asterism.language.corpus.floating;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Double and Float as objects: equality, order and hash codes differ from the operators. */
public final class Keys {
    private Keys() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Double[] values = {1.0, -0.0, 0.0, Double.NaN, Double.POSITIVE_INFINITY, 1.0, Double.NaN, -0.0, 5e-324};
        Map<Double, Integer> hashed = new HashMap<>();
        Map<Double, Integer> sorted = new TreeMap<>();
        for (Double value : values) {
            hashed.merge(value, 1, Integer::sum);
            sorted.merge(value, 1, Integer::sum);
            System.out.println(value.hashCode() + " " + Double.hashCode(value) + " " + value.equals(0.0) + " " + value.isNaN() + " " + value.isInfinite());
        }
        System.out.println(hashed.size() + " " + sorted);
        System.out.println(Double.valueOf(1).equals(1) + " " + Float.valueOf(2.5f).hashCode() + " " + Float.valueOf(Float.NaN).equals(Float.NaN));
        System.out.println(Double.compare(Double.NaN, Double.POSITIVE_INFINITY) + " " + Double.valueOf(3).compareTo(4.0) + " " + Float.compare(-0f, 0f));
        System.out.println(Double.valueOf(3.99).intValue() + " " + Double.valueOf(-1e30).longValue() + " " + Float.valueOf(300.5f).byteValue() + " " + Double.sum(1, 2));
        System.out.println(Double.MIN_EXPONENT + " " + Double.MAX_EXPONENT + " " + Float.SIZE + " " + Double.BYTES);
    }
}
