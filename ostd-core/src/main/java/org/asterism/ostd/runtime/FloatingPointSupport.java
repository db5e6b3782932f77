package org.asterism.ostd.runtime;

/** Floating-point operations that no machine instruction gives: the remainder of truncating division (JVMS drem, frem). */
public final class FloatingPointSupport {
    private static final int FRACTION_BITS = 52;
    private static final int LEADING_ZEROS = Long.SIZE - FRACTION_BITS - 1;
    private static final long LEADING_BIT = 1L << FRACTION_BITS;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final long SIGN = Long.MIN_VALUE;
    private static final long INFINITY = 0x7ffL << FRACTION_BITS;
    private static final long NAN = 0x7ff8L << 48;

    private FloatingPointSupport() {
    }

    /**
     * The remainder of floats; exact, since it is computed as doubles.
     *
     * @param dividend its sign is the sign of the result
     * @param divisor  only its magnitude matters
     * @return {@code dividend % divisor}
     */
    public static float remainder(float dividend, float divisor) {
        return (float) remainder((double) dividend, (double) divisor);
    }

    /**
     * The remainder of doubles, by long division of the significands; always exact.
     *
     * @param dividend its sign is the sign of the result
     * @param divisor  only its magnitude matters
     * @return {@code dividend % divisor}
     */
    public static double remainder(double dividend, double divisor) {
        long signed = Double.doubleToRawLongBits(dividend);
        long left = signed & ~SIGN;
        long right = Double.doubleToRawLongBits(divisor) & ~SIGN;
        if (right == 0 || left >= INFINITY || right > INFINITY) {
            return Double.longBitsToDouble(NAN);
        }
        if (left < right) {
            return dividend;
        }
        long remainder = significand(left);
        long by = significand(right);
        int rightExponent = exponent(right);
        for (int exponent = exponent(left); exponent > rightExponent; exponent--) {
            remainder = (remainder >= by ? remainder - by : remainder) << 1;
        }
        remainder = remainder >= by ? remainder - by : remainder;
        return Double.longBitsToDouble(signed & SIGN | pack(remainder, rightExponent));
    }

    /** The biased exponent of a number once its leading bit is shifted into place; not positive for subnormal numbers. */
    private static int exponent(long magnitude) {
        int biased = (int) (magnitude >>> FRACTION_BITS);
        return biased != 0 ? biased : 1 - shift(magnitude);
    }

    /** The significand with its leading bit in place. */
    private static long significand(long magnitude) {
        return magnitude >>> FRACTION_BITS != 0 ? magnitude & FRACTION_MASK | LEADING_BIT : magnitude << shift(magnitude);
    }

    private static int shift(long subnormal) {
        return Long.numberOfLeadingZeros(subnormal) - LEADING_ZEROS;
    }

    private static long pack(long significand, int exponent) {
        if (significand == 0) {
            return 0;
        }
        long normal = significand << shift(significand);
        int biased = exponent - shift(significand);
        return biased > 0 ? (long) biased << FRACTION_BITS | normal & FRACTION_MASK : normal >>> 1 - biased;
    }
}
