package org.asterism.language.corpus.strings;

/** Order and equality of strings, with and without case. */
public final class Comparing {
    private Comparing() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] words = {"", "a", "A", "ab", "aB", "b", "\u00e4", "\u00c4", "\u0131", "I", "\u20ac", "abc"};
        for (String a : words) {
            StringBuilder line = new StringBuilder();
            for (String b : words) {
                line.append(a.compareTo(b)).append(',').append(a.compareToIgnoreCase(b)).append(',').append(a.equals(b)).append(',').append(a.equalsIgnoreCase(b)).append(' ');
            }
            System.out.println(line);
        }
        System.out.println("a".equals(null) + " " + "a".equals((Object) 'a') + " " + "abc".contentEquals("abc") + " " + "b".compareTo("abc"));
        try {
            System.out.println("a".compareTo(null));
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }
}
