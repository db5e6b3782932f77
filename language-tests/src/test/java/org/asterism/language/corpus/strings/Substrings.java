package org.asterism.language.corpus.strings;

/** Cutting strings, within bounds and beyond. */
public final class Substrings {
    private Substrings() {}

    private static void cut(String text, int from, int to) {
        try {
            System.out.println("[" + text.substring(from, to) + "]" + text.subSequence(from, to).length());
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String text = "abcdef";
        cut(text, 0, 6);
        cut(text, 2, 2);
        cut(text, 6, 6);
        cut(text, 3, 2);
        cut(text, -1, 2);
        cut(text, 0, 7);
        cut("", 0, 0);
        try {
            System.out.println(text.substring(7));
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(text.charAt(6));
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println("\u20ac".charAt(-1));
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        System.out.println((text.substring(0) == text) + " " + text.substring(1).substring(1).substring(1));
        System.out.println(text.toCharArray().length + " " + text.isEmpty() + " " + "".isEmpty() + " " + text.concat("") + text.concat("!"));
    }
}
