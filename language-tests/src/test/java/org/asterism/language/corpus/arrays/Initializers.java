package org.asterism.language.corpus.arrays;

/** Array initialisers of every type, nested and with expressions. */
public final class Initializers {
    private Initializers() {}

    private static final byte[] BYTES = {1, -1, 'a', (byte) 200};
    private static final char[] CHARS = {'x', 65, '\u20ac'};
    private static final short[] SHORTS = {1, (short) 70000, 'b'};
    private static final long[] LONGS = {1, 1L << 40, 'c', -1};
    private static final float[] FLOATS = {1, 2.5f, 'd', 1e-3f};
    private static final double[] DOUBLES = {1, 2.5f, 3.75, 'e'};
    private static final boolean[] FLAGS = {true, false, 1 > 2};
    private static final Object[] OBJECTS = {1, "two", null, 'c', 4.5, new int[] {6}, new Object[] {}};
    private static final int[][][] CUBE = {{{1, 2}, {}}, {}, {{3}, null}};

    private static int next = 10;

    private static int next() {
        return next++;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(java.util.Arrays.toString(BYTES) + java.util.Arrays.toString(CHARS).length() + java.util.Arrays.toString(SHORTS) + java.util.Arrays.toString(LONGS));
        System.out.println(java.util.Arrays.toString(FLOATS) + java.util.Arrays.toString(DOUBLES) + java.util.Arrays.toString(FLAGS));
        System.out.println(java.util.Arrays.deepToString(OBJECTS) + java.util.Arrays.deepToString(CUBE));
        int[] computed = {next(), next() * 2, next() + next()};
        System.out.println(java.util.Arrays.toString(computed) + next);
        String[] texts = {"a" + next(), new String("b"), null};
        System.out.println(java.util.Arrays.toString(texts));
        int[] trailing[] = {{1}, {2, 3,},};
        System.out.println(trailing[1].length + trailing.length);
        long sum = 0;
        for (long[] each : new long[][] {LONGS, {5}, new long[2]}) {
            for (long value : each) {
                sum += value;
            }
        }
        System.out.println(sum);
    }
}
