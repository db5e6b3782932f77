package org.asterism.language.corpus.arithmetic;

/** Integers as text in other bases, and back. */
public final class Radixes {
    private Radixes() {}

    private static void parse(String text, int radix) {
        try {
            System.out.println(Integer.parseInt(text, radix) + " " + Long.parseLong(text, radix));
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int[] values = {0, 1, -1, 255, -255, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int value : values) {
            System.out.println(Integer.toHexString(value) + " " + Integer.toOctalString(value) + " " + Integer.toBinaryString(value) + " "
                    + Integer.toString(value, 36) + " " + Integer.toString(value, 3) + " " + Long.toHexString(value) + " "
                    + Long.toString(value * 1000000007L, 7) + " " + Long.toBinaryString(value) + " " + Long.toOctalString(value));
        }
        parse("ff", 16);
        parse("-zz", 36);
        parse("+12", 10);
        parse("", 10);
        parse("12x", 10);
        parse("2147483648", 10);
        parse("-2147483648", 10);
        parse("-", 10);
        parse("9", 8);
        parse("1", 99);
        parse(null, 10);
        System.out.println(Integer.decode("-0x1F") + " " + Integer.decode("010") + " " + Long.decode("#ff") + " " + Integer.valueOf("77", 8) + " "
                + Short.parseShort("-32768") + " " + Byte.parseByte("7f", 16));
    }
}
