package org.asterism.language.corpus.arrays;

/** Arrays of subtypes pass as arrays of supertypes. */
public final class Covariance {
    private Covariance() {}

    private static int count(Object[] array) {
        int count = 0;
        for (Object each : array) {
            count += each != null ? 1 : 0;
        }
        return count;
    }

    private static double sum(Number[] numbers) {
        double sum = 0;
        for (Number number : numbers) {
            sum += number.doubleValue();
        }
        return sum;
    }

    private static <T extends Comparable<T>> T least(T[] values) {
        T least = values[0];
        for (T value : values) {
            least = value.compareTo(least) < 0 ? value : least;
        }
        return least;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(count(new String[] {"a", null}) + count(new Integer[3]) + count(new int[2][1]) + count(new Object[] {1}));
        System.out.println(sum(new Integer[] {1, 2}) + sum(new Double[] {0.5}) + sum(new Number[] {1, 2.5f}));
        System.out.println(least(new String[] {"b", "a"}) + least(new Integer[] {3, 2}));
        Object object = new String[] {"x"};
        Object[] objects = (Object[]) object;
        CharSequence[] sequences = (CharSequence[]) objects;
        Comparable<?>[] comparables = (Comparable<?>[]) object;
        System.out.println(sequences[0].length() + comparables.length + objects.length);
        Object[][] nested = new String[][] {{"a"}, {"b", "c"}};
        System.out.println(nested[1].length + " " + nested[1][1]);
        Cloneable cloneable = new int[] {5};
        java.io.Serializable serializable = new long[] {6};
        System.out.println(((int[]) cloneable)[0] + ((long[]) serializable)[0]);
        Object[] holder = {new int[] {1}, new Object[] {2}};
        System.out.println((holder[0] instanceof Object[]) + " " + (holder[1] instanceof Object[]));
    }
}
