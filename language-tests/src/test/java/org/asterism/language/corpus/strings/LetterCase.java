package org.asterism.language.corpus.strings;

/** Upper and lower case, with the mappings that change a length. */
public final class LetterCase {
    private LetterCase() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] texts = {"Hello", "\u00e4\u00f6\u00fc\u00df", "\u0130\u0131", "\u03a3\u03c3\u03c2", "\ufb01", "ABC\u0394", "\u00ff", "\u00b5", "mixed 123 CASE"};
        for (String text : texts) {
            String upper = text.toUpperCase(java.util.Locale.ROOT);
            String lower = text.toLowerCase(java.util.Locale.ROOT);
            System.out.println(text.length() + " " + upper.length() + " " + lower.length() + " " + upper.hashCode() + " " + lower.hashCode() + " " + upper.equals(text));
        }
        System.out.println("Title".toUpperCase() + "TITLE".toLowerCase());
        for (String text : new String[] {"", "lower", "UPPER", "123", "\u03b4", "\u0394"}) {
            System.out.println((text.toLowerCase() == text) + " " + (text.toUpperCase() == text));
        }
        char[] characters = {'a', 'Z', '5', '_', '\u00df', '\u0130', '\u01c5', ' '};
        for (char c : characters) {
            System.out.println((int) Character.toUpperCase(c) + " " + (int) Character.toLowerCase(c) + " " + (int) Character.toTitleCase(c) + " " + Character.isUpperCase(c)
                    + Character.isLowerCase(c) + Character.isLetterOrDigit(c) + Character.isWhitespace(c) + Character.isJavaIdentifierPart(c) + Character.isDigit(c));
        }
    }
}
