package org.asterism.language.corpus.limits;

/** Constants and strings of many thousands of characters. */
public final class LongTexts {
    private LongTexts() {}

    private static final String TEN = "0123456789";
    private static final String HUNDRED = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
    private static final String THOUSAND = HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED;
    private static final String LONG = THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + "\u20ac" + THOUSAND;

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(LONG.length() + " " + LONG.hashCode() + " " + LONG.indexOf('\u20ac') + " " + THOUSAND.lastIndexOf("90"));
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            builder.append(LONG, i * 100, i * 100 + 5000);
        }
        System.out.println(builder.length() + " " + builder.toString().hashCode() + " " + builder.indexOf("\u20ac"));
        String odd = "\u0000\u0001\"\\\t\u007f\u0080\u00ff\u0100\ud800\udfff\uffff";
        int sum = 0;
        for (char c : odd.toCharArray()) {
            sum = sum * 31 + c;
        }
        System.out.println(sum == odd.hashCode());
        System.out.println("%d%n%s\\n\"'??/".length() + "end */ of comment // here".length());
    }
}
