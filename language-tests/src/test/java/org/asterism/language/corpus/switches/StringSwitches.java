package org.asterism.language.corpus.switches;

/** Switches on strings, with colliding hash codes, null and the empty string. */
@SuppressWarnings("fallthrough")
public final class StringSwitches {
    private StringSwitches() {}

    private static int find(String key) {
        switch (key) {
            case "":
                return 0;
            case "Aa":
                return 1;
            case "BB":
                return 2;
            case "C#":
                return 3;
            case "AaAa":
                return 4;
            case "BBBB":
                return 5;
            case "AaBB":
                return 6;
            case "\u20ac":
                return 7;
            default:
                return -1;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] keys = {"", "Aa", "BB", "C#", "AaAa", "BBBB", "AaBB", "BBAa", "\u20ac", "aA", "Aa ", new String("Aa"), "B" + "B"};
        for (String key : keys) {
            System.out.println(key.length() + " " + key.hashCode() + " " + find(key) + " " + find(new StringBuilder(key).toString()));
        }
        try {
            System.out.println(find(null));
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        String fall = "";
        switch ("two") {
            case "one":
                fall += "one";
            case "two":
                fall += "two";
            case "three":
                fall += "three";
                break;
            default:
                fall += "none";
        }
        System.out.println(fall);
    }
}
