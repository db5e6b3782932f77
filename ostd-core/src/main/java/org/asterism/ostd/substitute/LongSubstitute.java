package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link Long}: unsigned numbers in any radix. */
@SubstituteClass(value = Long.class, reason = "prints unsigned numbers by way of java.math")
final class LongSubstitute {
    private static final int DECIMAL = 10;

    private LongSubstitute() {}

    @SubstituteMethod(reason = "divides as unsigned")
    static String toUnsignedString(long value, int radix) {
        int base = radix < Character.MIN_RADIX || radix > Character.MAX_RADIX ? DECIMAL : radix;
        if (value >= 0) {
            return Long.toString(value, base);
        }
        long quotient = Long.divideUnsigned(value, base);
        return Long.toString(quotient, base) + Character.forDigit((int) (value - quotient * base), base);
    }
}
