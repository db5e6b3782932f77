package org.asterism.language.corpus.limits;

/** Methods with very many parameters, on and off the registers. */
public final class ManyParameters {
    private ManyParameters() {}

    private static long ints(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int q, int r, int s, int t, int u) {
        return a + 2L * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j + 11 * k + 12 * l + 13 * m + 14 * n + 15 * o + 16 * q + 17 * r + 18 * s + 19 * t + 20 * u;
    }

    private String mixed(byte a, long b, char c, double d, short e, float f, boolean g, String h, int[] i, long j, double k, Object l, byte m, char n, float o, long q) {
        return a + "," + b + "," + c + "," + d + "," + e + "," + f + "," + g + "," + h + "," + i.length + "," + j + "," + k + "," + l + "," + m + "," + n + "," + o + "," + q;
    }

    private interface Many {
        long apply(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j);
    }

    private static long recurse(int depth, long a, long b, long c, long d, long e, long f, long g, long h, long i) {
        return depth == 0 ? a + b * 3 + c * 5 + d * 7 + e * 11 + f * 13 + g * 17 + h * 19 + i * 23 : recurse(depth - 1, b, c, d, e, f, g, h, i, a + depth);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(ints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20));
        System.out.println(new ManyParameters().mixed((byte) -1, Long.MAX_VALUE, 'c', 0.5, (short) -7, 1.5f, true, "h", new int[3], -9, 1e10, null, (byte) 127, '\u20ac', -0f, 1L << 62));
        Many many = (a, b, c, d, e, f, g, h, i, j) -> a - b + c - d + e - f + g - h + i - j;
        System.out.println(many.apply(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
        System.out.println(recurse(20, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    }
}
