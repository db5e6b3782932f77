package org.asterism.language.corpus.strings;

/** Hash codes of strings are specified. */
public final class HashCodes {
    private HashCodes() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] texts = {"", "a", "b", "ab", "Aa", "BB", "AaAa", "BBBB", "AaBB", "hello world", "\u0000", "\uffff", "\ud83d\ude00", "polygenelubricants",
            "GydZG_", "DESIGNING WORKHOUSES"};
        for (String text : texts) {
            System.out.println(text.hashCode() + " " + (text + "x").hashCode() + " " + new StringBuilder(text).append(text).toString().hashCode());
        }
        System.out.println("Aa".hashCode() == "BB".hashCode());
        System.out.println("polygenelubricants".hashCode() == Integer.MIN_VALUE);
    }
}
