package org.asterism.language.programs;

/** Arithmetic at the edges of every type. */
public final class ArithmeticProgram {
    private static final int[] INTS = {0, 1, -1, 2, 7, -7, 31, 32, 33, 255, -129, 65535, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final long[] LONGS = {0, 1, -1, 63, 64, -5, 1L << 33, Long.MIN_VALUE, Long.MAX_VALUE};
    private static final double[] DOUBLES = {0.0, -0.0, 1.5, -2.75, 1e10, -1e19, 1e300, Double.NaN, Double.MIN_VALUE,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2147483647.5, -2147483648.5};

    private ArithmeticProgram() {
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int hash = 0;
        for (int a : INTS) {
            for (int b : INTS) {
                hash = hash * 31 + (a + b ^ a - b ^ a * b ^ (a & b) ^ (a | b));
                hash = hash * 31 + (a << b ^ a >> b ^ a >>> b);
                if (b != 0) {
                    hash = hash * 31 + a / b;
                    hash = hash * 31 + a % b;
                }
                hash = hash * 31 + (a < b ? 1 : a == b ? 2 : 3);
            }
            hash = hash * 31 + ((byte) a ^ (char) a ^ (short) a ^ -a ^ ~a);
            System.out.println(a + " " + (byte) a + " " + (int) (char) a + " " + (short) a + " " + Integer.toHexString(a)
                    + " " + Integer.bitCount(a) + " " + Integer.numberOfLeadingZeros(a) + " " + Integer.reverse(a));
        }
        System.out.println("int " + hash);
        long wide = 0;
        for (long a : LONGS) {
            for (long b : LONGS) {
                wide = wide * 31 + (a + b ^ a - b ^ a * b ^ a << b ^ a >> b ^ a >>> b);
                if (b != 0) {
                    wide = wide * 31 + a / b;
                    wide = wide * 31 + a % b;
                }
                wide = wide * 31 + Long.compare(a, b);
            }
            System.out.println(a + " " + (int) a + " " + (double) a + " " + (float) a + " " + Long.numberOfTrailingZeros(a));
        }
        System.out.println("long " + wide);
        floating();
        System.out.println(Integer.MIN_VALUE / minusOne() + " " + Long.MIN_VALUE % minusOne());
        System.out.println(Math.floorMod(-7, 3) + " " + Math.multiplyHigh(1L << 62, 12) + " " + Math.abs(-5) + " " + Math.sqrt(2));
        System.out.println(Long.parseLong("-9223372036854775808") + " " + Integer.parseInt("7fff", 16) + " "
                + Long.toUnsignedString(-1) + " " + Integer.toUnsignedString(-2) + " " + Long.toHexString(-3)
                + " " + Integer.divideUnsigned(-1, 10) + " " + Long.remainderUnsigned(-1, 10));
    }

    private static int minusOne() {
        return INTS[2];
    }

    private static void floating() {
        for (double a : DOUBLES) {
            System.out.println(a + " " + (float) a + " " + (int) a + " " + (long) a + " " + (int) (float) a + " " + (byte) a);
            for (double b : DOUBLES) {
                System.out.print((a + b) + " " + a * b + " " + a / b + " " + a % b + " " + (a < b) + (a > b) + (a == b) + (a >= b)
                        + " " + Double.compare(a, b) + ";");
                float c = (float) a;
                float d = (float) b;
                System.out.print((c - d) + " " + c % d + " " + (c <= d) + (c != d) + ";");
            }
            System.out.println();
        }
    }
}
