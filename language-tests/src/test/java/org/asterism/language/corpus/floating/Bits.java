package org.asterism.language.corpus.floating;

/** The bits of float and double, and numbers made of bits. */
public final class Bits {
    private Bits() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double[] values = {0, -0.0, 1, -2, Math.PI, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY};
        for (double value : values) {
            long bits = Double.doubleToRawLongBits(value);
            System.out.println(Long.toHexString(bits) + " " + Double.longBitsToDouble(bits) + " " + Integer.toHexString(Float.floatToRawIntBits((float) value)) + " "
                    + Math.getExponent(value) + " " + Math.ulp(value) + " " + Math.nextUp(value) + " " + Math.nextDown(value) + " "
                    + Double.toHexString(value) + " " + Math.nextAfter((float) value, 1e9));
        }
        System.out.println(Double.longBitsToDouble(0x7ff0000000000001L) + " " + Long.toHexString(Double.doubleToLongBits(Double.longBitsToDouble(0xfff8000000000123L))));
        System.out.println(Float.intBitsToFloat(1) + " " + Float.intBitsToFloat(0x7f7fffff) + " " + Float.intBitsToFloat(0x7f800001) + " " + Float.intBitsToFloat(0xff800000));
        System.out.println(Math.scalb(1.5, 10) + " " + Math.scalb(1f, -149) + " " + Math.copySign(3, -0.0) + " " + Math.copySign(-3f, 1f));
    }
}
