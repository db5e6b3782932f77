package org.asterism.language.corpus.floating;

/** Texts become the nearest floating-point number, or are refused. */
public final class Parsing {
    private Parsing() {}

    private static void parse(String text) {
        try {
            double value = Double.parseDouble(text);
            System.out.println(text + " = " + value + " " + Long.toHexString(Double.doubleToLongBits(value)) + " " + Float.parseFloat(text));
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] texts = {"0", "-0.0", "1", "1.", ".5", "1e5", "1E-5", "+3.25", " 7 ", "1e400", "-1e400", "1e-400", "4.9e-324", "2.4e-324", "2.5e-324",
            "1.7976931348623157e308", "1.7976931348623159e308", "0.1", "9007199254740993", "9007199254740992.5", "123456789012345678901234567890",
            "2.2250738585072012e-308", "0x1p3", "0x1.8p-2", "NaN", "-Infinity", "Infinity", "1f", "1d", "3.4028236e38", "1.4e-45", "7e-46",
            "", " ", "e5", "1e", "1.2.3", "abc", "--1", "0x", "1_000", "1,5"};
        for (String text : texts) {
            parse(text);
        }
        System.out.println(Double.valueOf("12.5") + Float.valueOf("0.25"));
    }
}
