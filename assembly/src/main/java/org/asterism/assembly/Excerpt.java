package org.asterism.assembly;

/** Text of bundles and files as messages quote it: on one line, without control characters, and not without end. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * Quotes.
     *
     * @param text that may hold anything
     * @param longest how many characters are shown
     * @return the text or its beginning
     */
    public static String of(String text, int longest) {
        String clean = text.replaceAll("\\p{Cc}", "?");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "...";
    }
}
