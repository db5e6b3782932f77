package org.asterism.language.corpus.classes;

/** Variable arity: empty, arrays, null and boxed. */
public final class Varargs {
    private Varargs() {}

    private static String count(Object... values) {
        return values == null ? "null" : values.length + values.getClass().getSimpleName();
    }

    private static int sum(int first, int... more) {
        int sum = first;
        for (int each : more) {
            sum += each;
        }
        return sum;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> T[] array(T... values) {
        return values;
    }

    private static String longs(long... values) {
        return values.length + ":" + (values.length > 0 ? values[0] : -1);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(count() + count(1) + count(1, "a") + count((Object) null) + count((Object[]) null) + count(new Object[] {1, 2}) + count((Object) new Object[] {1, 2}));
        System.out.println(count(new String[] {"a"}, 1) + count((Object[]) new String[] {"a", "b"}) + count(new int[] {1, 2}) + count(new int[0], new int[0]));
        System.out.println(sum(1) + " " + sum(1, 2) + " " + sum(1, new int[] {5, 6}) + " " + sum(1, 2, 3, 4));
        System.out.println(array("a", "b").getClass().getSimpleName() + array(1, 2).getClass().getSimpleName() + Varargs.<Number>array(1, 2.5).getClass().getSimpleName() + array().length);
        System.out.println(longs() + longs(1) + longs('a', (byte) 2) + longs(5L, 6));
        System.out.println(String.format("%s-%s", (Object[]) new String[] {"x", "y"}));
    }
}
