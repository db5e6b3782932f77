package org.asterism.language.corpus.boxing;

/** The methods of the box classes. */
public final class Methods {
    private Methods() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(Integer.MAX_VALUE + Integer.SIZE + Integer.BYTES + " " + Integer.compare(3, 5) + Integer.max(1, 2) + Integer.sum(3, 4) + " " + Integer.valueOf(7).compareTo(9) + Integer.valueOf(300).byteValue());
        System.out.println(Long.MIN_VALUE + Long.SIZE + " " + Long.compare(5, 3) + Long.min(1, 2) + " " + Long.valueOf(1L << 33).intValue() + " " + Long.valueOf(5).doubleValue());
        System.out.println(Character.isLetter('x') + " " + Character.isDigit('7') + " " + Character.isWhitespace('\t') + " " + Character.getType('A') + " " + Character.MAX_RADIX + " " + Character.compare('a', 'b')
                + " " + Character.isAlphabetic('\u00e9') + " " + Character.isSpaceChar('\u00a0') + " " + Character.reverseBytes('\u1234'));
        System.out.println(Short.compare((short) 1, (short) -1) + " " + Byte.toUnsignedInt((byte) -1) + " " + Short.toUnsignedInt((short) -1) + " " + Byte.compare((byte) 5, (byte) 6) + " " + Byte.valueOf((byte) 3).hashCode());
        System.out.println(Boolean.logicalAnd(true, false) + " " + Boolean.compare(true, false) + " " + Boolean.TRUE.compareTo(false) + " " + Boolean.toString(true));
        System.out.println(Double.isFinite(1 / 0.0) + " " + Double.max(1, 2) + " " + Double.toString(5) + " " + Float.sum(1, 2) + " " + Float.isInfinite(1e30f * 1e30f));
        Number[] numbers = {1, 2L, 3f, 4.5, (byte) 5, (short) 6};
        double sum = 0;
        for (Number number : numbers) {
            sum += number.intValue() + number.longValue() + number.floatValue() + number.doubleValue() + number.shortValue() + number.byteValue();
        }
        System.out.println(sum);
    }
}
