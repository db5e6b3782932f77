package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/**
 * {@link StrictMath}: logarithm, by the method and with the constants of fdlibm, whose results its specification demands: the argument is
 * 2^k (1 + f), and log(1 + f) an odd polynomial in s = f / (2 + f).
 */
@SubstituteClass(value = StrictMath.class, reason = "natives")
final class StrictMathSubstitute {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double TWO_TO_54 = 0x1p54;
    private static final double[] ODD = {6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01};
    private static final double[] EVEN = {3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01};
    private static final int SIGNIFICAND = 0x000F_FFFF;
    private static final int ONE_HIGH = 0x3FF0_0000;

    private StrictMathSubstitute() {}

    @SubstituteMethod(reason = "native")
    static double log(double argument) {
        if (argument == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (!(argument > 0) || argument == Double.POSITIVE_INFINITY) {
            return argument < 0 ? Double.NaN : argument;
        }
        boolean subnormal = argument < Double.MIN_NORMAL;
        double scaled = subnormal ? argument * TWO_TO_54 : argument;
        long bits = Double.doubleToRawLongBits(scaled);
        int high = (int) (bits >>> Integer.SIZE);
        int exponent = (high >> 20) - 1023 - (subnormal ? 54 : 0);
        int fraction = high & SIGNIFICAND;
        int carry = fraction + 0x9_5F64 & 0x10_0000; // the significand goes to [sqrt(1/2), sqrt(2))
        exponent += carry >> 20;
        long reduced = (long) (fraction | carry ^ ONE_HIGH) << Integer.SIZE | bits & 0xFFFF_FFFFL;
        return sum(exponent, Double.longBitsToDouble(reduced) - 1, fraction);
    }

    private static double sum(int exponent, double f, int fraction) {
        double k = exponent;
        if ((SIGNIFICAND & 2 + fraction) < 3) { // |f| < 2^-20
            if (f == 0) {
                return exponent == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
            }
            double cubic = f * f * (0.5 - 0.33333333333333333 * f);
            return exponent == 0 ? f - cubic : k * LN2_HIGH - (cubic - k * LN2_LOW - f);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (EVEN[0] + w * (EVEN[1] + w * EVEN[2]));
        double odd = z * (ODD[0] + w * (ODD[1] + w * (ODD[2] + w * ODD[3])));
        double r = odd + even;
        if ((fraction - 0x6_147A | 0x6_B851 - fraction) > 0) {
            double half = 0.5 * f * f;
            return exponent == 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
        }
        return exponent == 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
    }
}
