package org.asterism.language.corpus.strings;

/** trim, strip, isBlank, lines, repeat and indent. */
public final class Trimming {
    private Trimming() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] texts = {"", " ", "  a b  ", "\t\n x", "x\u2003", "\u2003x", "\u0001y\u0001", "plain"};
        for (String text : texts) {
            System.out.println("[" + text.trim() + "][" + text.strip().length() + "][" + text.stripLeading().length() + "][" + text.stripTrailing().length() + "] " + text.isBlank());
        }
        System.out.println("ab".repeat(3) + "x".repeat(0) + "-".repeat(5) + "\u20ac".repeat(2).length());
        try {
            System.out.println("a".repeat(-1));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        "one\ntwo\r\nthree\n\nfive".lines().forEach(line -> System.out.println("<" + line + ">"));
        System.out.println("a\nb\n".indent(2) + "|");
        System.out.println("tab\\tend \\u0041".translateEscapes().length());
    }
}
